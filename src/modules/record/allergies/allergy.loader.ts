import { rowsOf, sql, type Database } from '../../../database/sql.ts'
import { visibilityWindow } from '../../../policy/effective-permissions.ts'
import { visible, type Visible } from '../../../policy/record-access.ts'
import type { EntryBatch, LoadedEntries } from '../area.ts'
import {
  columns,
  dateFilter,
  entryColumns,
  entryOrder,
  hiddenIds,
  notHiddenFilter,
  pageFilter,
  pageLimit,
  patientRows,
  unmarkedFilter,
  windowFilter
} from '../entry-query.loader.ts'
import { loadedByPatient, withHiddenBy } from '../loaded-entries.ts'
import {
  toAllergyCandidate,
  type AllergyCandidate
} from './allergy.candidate.ts'
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

const allergyStatement = (batch: EntryBatch) => {
  const wholeRecord = batch.permissions.kind === 'WHOLE_RECORD'
  const hidden = wholeRecord || batch.withHidden ? [] : hiddenIds(batch)
  return sql<Omit<AllergyRow, 'hiddenBy'>>`
    select e.* from ${patientRows(batch)} cross join lateral (
      select ${entryColumns('a')}, ${columns('a', ALLERGY_COLUMNS)}
      from allergy a
      where a.practice_id = p.practice_id and a.patient_id = p.patient_id
        and ${windowFilter(visibilityWindow(batch.permissions, 'SUMMARY'), 'a')}
        and ${notHiddenFilter(hidden, 'a')} and ${unmarkedFilter(batch, 'a')}
        and ${dateFilter(batch, 'a')} and ${pageFilter(batch, 'a')}
      ${entryOrder('a')} ${pageLimit(batch)}
    ) e`
}

/** One statement, whatever the number of patients and entries. */
export const loadAllergies = async (
  db: Database,
  batch: EntryBatch
): Promise<
  ReadonlyMap<string, LoadedEntries<Visible<AllergyRow>, AllergyCandidate>>
> => {
  const rows = await rowsOf(db, allergyStatement(batch))
  return loadedByPatient(batch, withHiddenBy(rows, batch), {
    show: (own) => visible(batch.permissions, own, ALLERGY_KIND),
    candidate: toAllergyCandidate
  })
}
