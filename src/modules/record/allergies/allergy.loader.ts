import { sql, type Database } from '../../../database/sql.ts'
import type { Visible } from '../../../policy/record-access.ts'
import type { EntryBatch, LoadedEntries } from '../area.ts'
import { loadEntryTable } from '../entry-table.loader.ts'
import {
  toAllergyCandidate,
  type AllergyCandidate
} from './allergy.candidate.ts'
import type { AllergyFilter } from './allergy.filter.ts'
import { ALLERGY_KIND, type AllergyRow } from './allergy.row.ts'

const ALLERGY_COLUMNS = [
  ['clinical_status', 'clinicalStatus'],
  ['categories', 'categories'],
  ['type', 'type'],
  ['criticality', 'criticality'],
  ['code', 'code'],
  ['onset', 'onset'],
  ['asserted_date', 'assertedDate'],
  ['last_occurrence', 'lastOccurrence'],
  ['end_date', 'endDate'],
  ['end_reason', 'endReason'],
  ['note', 'note'],
  ['reaction', 'reaction'],
  ['recorder_id', 'recorderId'],
  ['asserter_id', 'asserterId'],
  ['asserted_by_patient', 'assertedByPatient']
] as const satisfies readonly (readonly [string, keyof AllergyRow])[]

/** One statement, whatever the number of patients and entries. */
export const loadAllergies = (
  db: Database,
  batch: EntryBatch<AllergyFilter>
): Promise<
  ReadonlyMap<string, LoadedEntries<Visible<AllergyRow>, AllergyCandidate>>
> =>
  loadEntryTable(
    db,
    {
      area: 'ALLERGIES',
      table: 'allergy',
      columns: ALLERGY_COLUMNS,
      kind: ALLERGY_KIND,
      filter: ({ clinicalStatus }) =>
        sql`e.clinical_status = ${clinicalStatus}`,
      candidate: toAllergyCandidate
    },
    batch
  )
