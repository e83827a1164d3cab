import { rowsOf, sql, type Database } from '../../../database/sql.ts'
import { visibilityWindow } from '../../../policy/effective-permissions.ts'
import { visible } from '../../../policy/record-access.ts'
import type { EntryBatch, LoadedEntries } from '../area.ts'
import {
  columns,
  dateFilter,
  entryColumns,
  entryOrder,
  hiddenIds,
  idFilter,
  notHiddenFilter,
  pageFilter,
  pageLimit,
  patientRows,
  unmarkedFilter,
  windowFilter
} from '../entry-query.loader.ts'
import { loadedByPatient, withHiddenBy } from '../loaded-entries.ts'
import type { MedicationFilter } from './medication.filter.ts'
import { withoutHiddenIssues } from './hidden-issues.ts'
import {
  toMedicationCandidate,
  type MedicationCandidate
} from './medication.candidate.ts'
import type { MedicationEntry } from './medication.entry.ts'
import {
  MEDICATION_COURSE_KIND,
  MEDICATION_ISSUE_KIND,
  type MedicationCourseRow,
  type MedicationIssueRow
} from './medication.row.ts'

const SUPPLY_COLUMNS = [
  ['validity_start', 'validityStart'],
  ['validity_end', 'validityEnd'],
  ['dosage_text', 'dosageText'],
  ['patient_instruction', 'patientInstruction'],
  ['quantity', 'quantity'],
  ['quantity_text', 'quantityText'],
  ['group_identifier', 'groupIdentifier'],
  ['recorder_id', 'recorderId'],
  ['status', 'status'],
  ['note', 'note']
] as const

const COURSE_COLUMNS = [
  ...SUPPLY_COLUMNS,
  ['plan_id', 'planId'],
  ['plan_identifiers', 'planIdentifiers'],
  ['medication', 'medication'],
  ['prescription_type', 'prescriptionType'],
  ['prescribing_agency', 'prescribingAgency'],
  ['plan_status', 'planStatus'],
  ['effective_start', 'effectiveStart'],
  ['effective_end', 'effectiveEnd'],
  ['date_asserted', 'dateAsserted'],
  ['plan_authored_on', 'planAuthoredOn'],
  ['last_issue_date', 'lastIssueDate'],
  ['plan_note', 'planNote'],
  ['repeats_allowed', 'repeatsAllowed'],
  ['repeats_issued', 'repeatsIssued'],
  ['authorisation_expiry', 'authorisationExpiry'],
  ['stop_reason', 'stopReason'],
  ['stopped_on', 'stoppedOn'],
  ['prior_course_id', 'priorCourseId']
] as const satisfies readonly (readonly [string, keyof MedicationCourseRow])[]

const ISSUE_COLUMNS = [
  ...SUPPLY_COLUMNS,
  ['course_id', 'courseId'],
  ['authored_on', 'authoredOn']
] as const satisfies readonly (readonly [string, keyof MedicationIssueRow])[]

type CourseRead = Omit<MedicationCourseRow, 'hiddenBy' | 'issueFacts'>
type IssueRead = Omit<MedicationIssueRow, 'hiddenBy'>

const supplyDays = sql`supply_days::float8 as "supplyDays"`

const courseFilter = ({ filter }: EntryBatch<MedicationFilter>) => {
  const { status = null, prescriptionTypes = null } = filter ?? {}
  return sql`(${status}::text is null or c.status = ${status})
    and (${prescriptionTypes && [...prescriptionTypes]}::text[] is null
      or c.prescription_type = any(${prescriptionTypes && [...prescriptionTypes]}::text[]))`
}

/** In the window itself, or with a visible issue that brings it (R22). */
const courseStatement = (batch: EntryBatch<MedicationFilter>) => {
  const wholeRecord = batch.permissions.kind === 'WHOLE_RECORD'
  const hidden = wholeRecord || batch.withHidden ? [] : hiddenIds(batch)
  const window = visibilityWindow(batch.permissions, 'SUMMARY')
  return sql<CourseRead>`
    select e.* from ${patientRows(batch)} cross join lateral (
      select ${entryColumns('c')}, ${columns('c', COURSE_COLUMNS)},
        ${supplyDays}
      from medication_course c
      where c.practice_id = p.practice_id and c.patient_id = p.patient_id
        and (${windowFilter(window, 'c')} or exists (
          select from medication_issue i
          where i.practice_id = c.practice_id and i.course_id = c.id
            and ${windowFilter(window, 'i')} and ${notHiddenFilter(hidden, 'i')}
            and ${unmarkedFilter(batch, 'medication_issue', 'i')}
        ))
        and ${notHiddenFilter(hidden, 'c')} and ${unmarkedFilter(batch, 'medication_course', 'c')}
        and ${idFilter(batch, 'c')} and ${courseFilter(batch)} and ${dateFilter(batch, 'c')} and ${pageFilter(batch, 'c')}
      ${entryOrder('c')} ${pageLimit(batch)}
    ) e`
}

/** The latest issue first. */
const issueStatement = (courses: readonly CourseRead[]) => sql<IssueRead>`
  select ${entryColumns('i')}, ${columns('i', ISSUE_COLUMNS)}, ${supplyDays}
  from medication_issue i
  where (i.practice_id, i.course_id) in (select * from unnest(
    ${courses.map(({ practiceId }) => practiceId)}::uuid[],
    ${courses.map(({ id }) => id)}::uuid[]))
  ${entryOrder('i')}`

/** Two statements: courses, then the issues of those courses. */
export const loadMedications = async (
  db: Database,
  batch: EntryBatch<MedicationFilter>
): Promise<
  ReadonlyMap<string, LoadedEntries<MedicationEntry, MedicationCandidate>>
> => {
  const courses = await rowsOf(db, courseStatement(batch))
  const issues = withHiddenBy(await rowsOf(db, issueStatement(courses)), batch)
  const issuesOf = Map.groupBy(issues, ({ courseId }) => courseId)
  const wholeRecord = batch.permissions.kind === 'WHOLE_RECORD'
  const rows = withHiddenBy(courses, batch).map((read) => {
    const own = issuesOf.get(read.id) ?? []
    const course = { ...read, issueFacts: own.map(MEDICATION_ISSUE_KIND.facts) }
    return wholeRecord ? course : withoutHiddenIssues(course, own)
  })
  return loadedByPatient(batch, rows, {
    show: (own) =>
      visible(batch.permissions, own, MEDICATION_COURSE_KIND).map((course) => ({
        course,
        issues: visible(
          batch.permissions,
          issuesOf.get(course.id) ?? [],
          MEDICATION_ISSUE_KIND
        )
      })),
    candidate: toMedicationCandidate
  })
}
