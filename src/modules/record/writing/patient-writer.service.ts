import { databaseOf, rowsOf, sql } from '../../../database/sql.ts'
import { err, ok, type Result } from '../../../vocabulary/result.ts'
import { PatientEntity } from '../patient/patient.entity.ts'
import type { PatientContent, Written } from '../record-writer.ts'
import { contentHash } from './content-hash.ts'
import { textArray } from './text-array.service.ts'
import type { WriteSession } from './write-session.service.ts'

interface HeldPatient {
  readonly id: string
  readonly practiceId: string
  readonly active: boolean
  readonly sensitive: boolean
  readonly dissentFromSharing: boolean
  readonly sourceHash: string
  readonly version: number
}

const findByNhsNumber = (
  session: WriteSession,
  nhsNumber: string
): Promise<HeldPatient[]> =>
  rowsOf(
    databaseOf(session.em),
    sql<HeldPatient>`
      select id, practice_id as "practiceId", active, sensitive, version,
        dissent_from_sharing as "dissentFromSharing",
        source_hash as "sourceHash"
      from patient where nhs_number = ${nhsNumber}`
  )

interface PatientWrite {
  readonly practiceId: string
  readonly content: PatientContent
  readonly held: HeldPatient | undefined
}

const save = async (
  session: WriteSession,
  { practiceId, content, held }: PatientWrite
): Promise<Written> => {
  const id = held?.id ?? session.ids()
  await session.em.upsert(
    PatientEntity,
    {
      ...content,
      practiceId,
      id,
      prefix: textArray(content.prefix),
      given: textArray(content.given),
      telecom: [...content.telecom],
      // Ruling R17: what keeps a record back is added here, never lifted.
      sensitive: content.sensitive || (held?.sensitive ?? false),
      dissentFromSharing:
        content.dissentFromSharing || (held?.dissentFromSharing ?? false),
      sourceHash: contentHash(content),
      version: (held?.version ?? 0) + 1,
      updatedAt: session.clock()
    },
    { disableIdentityMap: true }
  )
  return { id, outcome: held ? 'UPDATED' : 'CREATED' }
}

/** Master switch `NEVER_ENABLED`, all off: what the table's defaults say. */
const createAccess = (
  session: WriteSession,
  practiceId: string,
  patientId: string
) =>
  rowsOf(
    databaseOf(session.em),
    sql`insert into patient_record_access (practice_id, patient_id, updated_at)
      values (${practiceId}, ${patientId}, ${session.clock()})`
  )

/** The practice's patient of this NHS number, with all access off if new. */
export const writePatient = async (
  session: WriteSession,
  practiceId: string,
  content: PatientContent
): Promise<Result<Written, 'REGISTERED_ELSEWHERE'>> => {
  await session.lock(practiceId)
  const known = await findByNhsNumber(session, content.nhsNumber)
  const elsewhere = known.some(
    (patient) => patient.practiceId !== practiceId && patient.active
  )
  if (content.active && elsewhere) return err('REGISTERED_ELSEWHERE')
  const held = known.find((patient) => patient.practiceId === practiceId)
  if (held?.sourceHash === contentHash(content)) {
    return ok({ id: held.id, outcome: 'UNCHANGED' })
  }
  const written = await save(session, { practiceId, content, held })
  if (!held) await createAccess(session, practiceId, written.id)
  return ok(written)
}
