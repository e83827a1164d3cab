import { rowsOf, sql, type Database } from '../../database/sql.ts'
import {
  hiddenCauses,
  type EntryMark,
  type LinkKind,
  type RecordLink,
  type RecordNode
} from '../../policy/closure.ts'
import type { HiddenById, PatientKey } from './area.ts'
import {
  ENTRY_TABLES,
  STATE_MARKS,
  type EntryTableName
} from './entry-kinds.ts'

interface ClosureRow {
  readonly patientId: string
  readonly id: string
  readonly marks: readonly EntryMark[] | null
  readonly whole: string | null
  readonly kind: LinkKind | null
}

/** What may hide a row, and the mark that each stands for. */
const markColumnsOf = (
  table: EntryTableName
): readonly (readonly [column: string, mark: EntryMark])[] => [
  ['restricted', 'RESTRICTED'],
  ['staff_confidential', 'STAFF_CONFIDENTIAL'],
  ['entered_in_error', 'ENTERED_IN_ERROR'],
  ...STATE_MARKS.filter((state) => state.table === table).map(
    ({ column, mark }) => [column, mark] as const
  )
]

const patientPairs = (patients: readonly PatientKey[]) => sql`
  select * from unnest(
    ${patients.map(({ practiceId }) => practiceId)}::uuid[],
    ${patients.map(({ patientId }) => patientId)}::uuid[])`

const markedRows = (table: EntryTableName, patients: readonly PatientKey[]) => {
  if (table === 'diary_entry') {
    return sql`select patient_id, id, array['DIARY'] as marks from diary_entry
      where (practice_id, patient_id) in (${patientPairs(patients)})`
  }
  const columns = markColumnsOf(table)
  const marks = columns.map(
    ([column, mark]) => sql`case when ${sql.ref(column)} then ${mark}::text end`
  )
  const anyOf = columns.map(([column]) => sql.ref(column))
  return sql`
    select patient_id, id, array_remove(array[${sql.join(marks)}], null)
    from ${sql.table(table)}
    where (practice_id, patient_id) in (${patientPairs(patients)})
      and (${sql.join(anyOf, sql` or `)})`
}

/** Parts of a record that belong together, as rows (part, whole, kind). */
const LINKS = [
  sql`select patient_id, practice_id, id as part, course_id as whole,
    'COURSE_ISSUE' as kind from medication_issue`,
  sql`select patient_id, practice_id, entry_id, consultation_id,
    'CONSULTATION_CONTAINS' from consultation_item`,
  ...ENTRY_TABLES.filter(
    (table) => table !== 'consultation' && table !== 'specimen'
  ).map(
    (table) => sql`select patient_id, practice_id, id, consultation_id,
      'CONSULTATION_CONTAINS' from ${sql.table(table)}
      where consultation_id is not null`
  ),
  sql`select patient_id, practice_id, entry_id, problem_id,
    'PROBLEM_ACTUAL_ENTRY' from problem_link where kind = 'ACTUAL'`,
  sql`select patient_id, practice_id, unnest(request_ids || specimen_ids), id,
    'REPORT_PART' from investigation_report`,
  ...['report_id', 'group_id', 'about_id'].map(
    (column) => sql`select patient_id, practice_id, id, ${sql.ref(column)},
      'REPORT_PART' from observation where ${sql.ref(column)} is not null`
  )
]

/** Marks, and the links of those records alone that have any mark. */
const closureStatement = (patients: readonly PatientKey[]) => sql<ClosureRow>`
  with marked (patient_id, id, marks) as (${sql.join(
    ENTRY_TABLES.map((table) => markedRows(table, patients)),
    sql` union all `
  )})
  select patient_id as "patientId", id, marks, null::uuid as whole,
    null as kind
  from marked
  union all
  select l.patient_id, l.part, null, l.whole, l.kind
  from (${sql.join(LINKS, sql` union all `)}) l
  where (l.practice_id, l.patient_id) in (${patientPairs(patients)})
    and l.patient_id in (select patient_id from marked)`

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
