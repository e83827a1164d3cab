import { rowsOf, sql, type Database } from '../../database/sql.ts'
import type { EntryDates } from '../../policy/switch-grants.ts'
import type { PatientKey } from './area.ts'
import { ENTRY_KINDS, ENTRY_PLACES, type EntryKindName } from './entry-kinds.ts'

/** What staff are told of an entry beside its content. */
export interface EntryPlace extends EntryDates {
  readonly id: string
  readonly kind: EntryKindName
  /** Whether it was restricted itself. */
  readonly restricted: boolean
  /** Of its own restriction; null unless it was restricted itself. */
  readonly restrictedAt: string | null
  readonly restrictedBy: string | null
  readonly restrictedReason: string | null
}

const isOfKind = (kind: EntryKindName) =>
  ENTRY_PLACES[kind].table === 'observation' ? sql`kind = ${kind}` : sql`true`

const placesOfKind = (
  kind: EntryKindName,
  { practiceId, patientId }: PatientKey,
  ids: readonly string[]
) => sql`
  select id, ${kind}::text as kind, clinical_date as "clinicalDate",
    recorded_date as "recordedDate", restricted, restricted_at as "restrictedAt",
    restricted_by as "restrictedBy", restricted_reason as "restrictedReason"
  from ${sql.table(ENTRY_PLACES[kind].table)}
  where practice_id = ${practiceId}::uuid and patient_id = ${patientId}::uuid
    and id = any(${[...ids]}::uuid[]) and ${isOfKind(kind)}`

/**
 * The entries of one patient among `ids`, whatever their kind, in one
 * statement; what is not this patient's is not in the answer.
 */
export const loadEntryPlaces = async (
  db: Database,
  patient: PatientKey,
  ids: readonly string[]
): Promise<ReadonlyMap<string, EntryPlace>> => {
  const rows = await rowsOf(
    db,
    sql<EntryPlace>`${sql.join(
      ENTRY_KINDS.map((kind) => placesOfKind(kind, patient, ids)),
      sql` union all `
    )}`
  )
  return new Map(rows.map((row) => [row.id, row]))
}
