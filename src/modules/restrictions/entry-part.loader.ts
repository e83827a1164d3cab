import { rowsOf, sql, type Database } from '../../database/sql.ts'
import type { PatientKey } from '../record/area.ts'

interface PartRow {
  readonly id: string
  readonly whole: string
}

/**
 * Parts of entries among `ids`, with the entry each belongs to: a plan, a
 * document's content, a topic or heading of a consultation.
 */
export const loadEntryParts = async (
  db: Database,
  { practiceId, patientId }: PatientKey,
  ids: readonly string[]
): Promise<ReadonlyMap<string, string>> => {
  const rows = await rowsOf(
    db,
    sql<PartRow>`
      select p.id, p.whole from (
        select practice_id, patient_id, plan_id as id, id as whole
          from medication_course
        union all
        select practice_id, patient_id, binary_id, id from document
        union all
        select practice_id, patient_id, id, consultation_id
          from consultation_section
      ) p
      where p.practice_id = ${practiceId} and p.patient_id = ${patientId}
        and p.id = any(${[...ids]}::uuid[])`
  )
  return new Map(rows.map(({ id, whole }) => [id, whole]))
}
