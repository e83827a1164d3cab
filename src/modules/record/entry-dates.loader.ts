import { rowsOf, sql, type Database } from '../../database/sql.ts'
import type { EntryDates } from '../../policy/effective-permissions.ts'
import type { PatientKey } from './area.ts'
import { loadHidden } from './closure.loader.ts'
import { ENTRY_TABLES } from './entry-kinds.ts'

interface EntryDatesRow extends EntryDates {
  readonly id: string
  readonly patientId: string
}

/**
 * The dates of every entry that no mark hides, by patient: what a change of
 * level can make rise (Ruling R5). Two statements for any number of patients.
 */
export const loadEntryDates = async (
  db: Database,
  patients: readonly PatientKey[]
): Promise<ReadonlyMap<string, readonly EntryDates[]>> => {
  const keys = sql`
    select * from unnest(
      ${patients.map(({ practiceId }) => practiceId)}::uuid[],
      ${patients.map(({ patientId }) => patientId)}::uuid[])`
  const rows = await rowsOf(
    db,
    sql<EntryDatesRow>`${sql.join(
      ENTRY_TABLES.map(
        (table) => sql`
          select id, patient_id as "patientId",
            clinical_date as "clinicalDate", recorded_date as "recordedDate"
          from ${sql.table(table)}
          where (practice_id, patient_id) in (${keys})`
      ),
      sql` union all `
    )}`
  )
  const hidden = await loadHidden(db, patients)
  const shown = rows.filter(
    ({ id, patientId }) => !hidden.get(patientId)?.has(id)
  )
  return Map.groupBy(shown, ({ patientId }) => patientId)
}
