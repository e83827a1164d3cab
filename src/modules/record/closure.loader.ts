import { rowsOf, sql, type Database } from '../../database/sql.ts'
import {
  hiddenCauses,
  type EntryMark,
  type LinkKind,
  type RecordLink,
  type RecordNode
} from '../../policy/closure.ts'
import type { HiddenById, PatientKey } from './area.ts'

interface ClosureRow {
  readonly patientId: string
  readonly id: string
  readonly marks: readonly EntryMark[] | null
  readonly whole: string | null
  readonly kind: LinkKind | null
}

/** Tables whose rows carry staff's marks. */
const MARKED_TABLES = ['allergy', 'medication_course', 'medication_issue']

const marksOf = sql`array_remove(array[
  case when restricted then 'RESTRICTED' end,
  case when staff_confidential then 'STAFF_CONFIDENTIAL' end,
  case when entered_in_error then 'ENTERED_IN_ERROR' end], null)`

const markedRows = (table: string, patients: readonly PatientKey[]) => sql`
  select patient_id, id, ${marksOf} as marks from ${sql.table(table)}
  where (practice_id, patient_id) in (${patientPairs(patients)})
    and (restricted or staff_confidential or entered_in_error)`

const patientPairs = (patients: readonly PatientKey[]) => sql`
  select * from unnest(
    ${patients.map(({ practiceId }) => practiceId)}::uuid[],
    ${patients.map(({ patientId }) => patientId)}::uuid[])`

/** Marks, and the links of those records alone that have any mark. */
const closureStatement = (patients: readonly PatientKey[]) => sql<ClosureRow>`
  with marked as (${sql.join(
    MARKED_TABLES.map((table) => markedRows(table, patients)),
    sql` union all `
  )})
  select patient_id as "patientId", id, marks, null::uuid as whole,
    null as kind
  from marked
  union all
  select patient_id, id, null, course_id, 'COURSE_ISSUE'
  from medication_issue
  where (practice_id, patient_id) in (${patientPairs(patients)})
    and patient_id in (select patient_id from marked)`

/**
 * What is hidden in each record and why, from the live marks and links
 * (Ruling R16): one statement for any number of patients.
 */
export const loadHidden = async (
  db: Database,
  patients: readonly PatientKey[]
): Promise<ReadonlyMap<string, HiddenById>> => {
  const rows = await rowsOf(db, closureStatement(patients))
  const byPatient = new Map<
    string,
    { nodes: RecordNode[]; links: RecordLink[] }
  >()
  for (const { patientId, id, marks, whole, kind } of rows) {
    const record = byPatient.get(patientId) ?? { nodes: [], links: [] }
    byPatient.set(patientId, record)
    if (marks) record.nodes.push({ id, marks })
    if (whole && kind) record.links.push({ kind, whole, part: id })
  }
  return new Map(
    patients.map(({ patientId }) => {
      const record = byPatient.get(patientId)
      const hidden: HiddenById = record
        ? hiddenCauses(record.nodes, record.links)
        : new Map()
      return [patientId, hidden]
    })
  )
}
