import type { EntityManager } from '@mikro-orm/postgresql'
import { databaseOf, rowsOf, sql } from '../../database/sql.ts'
import type { PatientKey } from '../record/area.ts'
import type { KeptEntry } from './import-report.ts'

/** Ruling R17: entries missing from the source are kept and reported. */
export const listKept = (
  em: EntityManager,
  { practiceId, patientId }: PatientKey,
  written: readonly string[]
): Promise<KeptEntry[]> => {
  const from = (table: string, type: string) => sql`
    select ${type}::text as type, source_key as identifier
    from ${sql.table(table)}
    where practice_id = ${practiceId} and patient_id = ${patientId}
      and id <> all(${[...written]}::uuid[])`
  return rowsOf(
    databaseOf(em),
    sql<KeptEntry>`
      ${from('allergy', 'AllergyIntolerance')} union all
      ${from('medication_course', 'MedicationStatement')} union all
      ${from('medication_issue', 'MedicationRequest')} order by 1, 2`
  )
}
