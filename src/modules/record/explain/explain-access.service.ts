import type { EntityManager } from '@mikro-orm/postgresql'
import { databaseOf } from '../../../database/sql.ts'
import type { AccessExplanation } from '../../../policy/access-explanation.ts'
import type { DenialReason } from '../../../policy/decision.ts'
import type { NhsNumber } from '../../../vocabulary/nhs-number.ts'
import { err, ok, type Result } from '../../../vocabulary/result.ts'
import type { PatientFile } from '../patient/patient.row.ts'
import { patientKeyOf, type RecordReader } from '../record.service.ts'
import { ENTRY_PLACES } from '../entry-kinds.ts'
import { loadEntryPlaces, type EntryPlace } from '../entry-place.loader.ts'
import { findExplainableReader } from './explainable-rows.ts'

/** Whose view of which entry is asked for. */
export interface ExplanationRequest {
  readonly nhsNumber: NhsNumber
  /** A UUID. */
  readonly entryId: string
  /** Who looks; null: the patient. */
  readonly asSeenBy: NhsNumber | null
}

/** An explanation with the entries that it speaks of. */
export interface ExplainedAccess extends AccessExplanation {
  readonly file: PatientFile
  readonly entry: EntryPlace
  /** By id: every entry on which a mark that counts was set. */
  readonly origins: ReadonlyMap<string, EntryPlace>
}

/**
 * Ruling R23: the decision about one entry as the given citizen, calling now,
 * would meet it. Fails like a read of the record; with `PATIENT_UNKNOWN` for
 * an entry that is not this patient's or a citizen who is not the patient.
 */
export const explainEntryAccess = async (
  em: EntityManager,
  records: RecordReader,
  { nhsNumber, entryId, asSeenBy }: ExplanationRequest
): Promise<Result<ExplainedAccess, DenialReason>> => {
  const found = await records.findPatient(nhsNumber)
  if (!found.ok) return found
  if (asSeenBy !== null && asSeenBy !== nhsNumber) return err('PATIENT_UNKNOWN')
  const file = found.value
  const patient = patientKeyOf(file)
  const db = databaseOf(em)
  const entry = (await loadEntryPlaces(db, patient, [entryId])).get(entryId)
  if (!entry) return err('PATIENT_UNKNOWN')
  const { area } = ENTRY_PLACES[entry.kind]
  const read = area && findExplainableReader(area)
  if (!read) return err('PATIENT_UNKNOWN')
  const rows = await read(records.entries, patient)
  const explainable = rows.find(({ row }) => row.id === entryId)
  if (!explainable) return err('PATIENT_UNKNOWN')
  const explanation = explainable.explain({
    standing: file.standing,
    sides: {
      practice: file.practiceAccess,
      patient: file.patientAccess,
      today: records.today
    }
  })
  const originIds = explainable.row.hiddenBy.map(({ originId }) => originId)
  const origins = await loadEntryPlaces(db, patient, originIds)
  return ok({ ...explanation, file, entry, origins })
}
