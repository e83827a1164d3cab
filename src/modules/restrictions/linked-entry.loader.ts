import { rowsOf, sql, type Database } from '../../database/sql.ts'
import type { PatientKey } from '../record/area.ts'

/**
 * Entries that a problem links with one of these, either way: a link alone
 * hides nothing, so staff are shown what stands on its other end (R16).
 */
export const loadLinkedIds = async (
  db: Database,
  { practiceId, patientId }: PatientKey,
  ids: readonly string[]
): Promise<string[]> => {
  const rows = await rowsOf(
    db,
    sql<{ id: string }>`
      select distinct l.id from (
        select practice_id, patient_id, entry_id as id, problem_id as other
          from problem_link
        union all
        select practice_id, patient_id, problem_id, entry_id from problem_link
      ) l
      where l.practice_id = ${practiceId} and l.patient_id = ${patientId}
        and l.other = any(${[...ids]}::uuid[])
      order by l.id`
  )
  return rows.map(({ id }) => id)
}
