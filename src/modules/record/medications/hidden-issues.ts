import { firstDayOf } from '../../../vocabulary/partial-date.ts'
import type {
  MedicationCourseRow,
  MedicationIssueRow
} from './medication.row.ts'

const latestOf = (issues: readonly MedicationIssueRow[]): string | null =>
  issues.reduce<string | null>(
    (latest, { authoredOn }) =>
      latest === null || firstDayOf(authoredOn) > firstDayOf(latest)
        ? authoredOn
        : latest,
    null
  )

/**
 * A course as if its hidden issues had never been made: neither the number of
 * issues nor the date of the last one tells of them (Ruling R15). For viewers
 * who are not shown hidden entries.
 */
export const withoutHiddenIssues = (
  course: MedicationCourseRow,
  issues: readonly MedicationIssueRow[]
): MedicationCourseRow => {
  const known = issues.filter(({ hiddenBy }) => hiddenBy.length === 0)
  const hidden = issues.length - known.length
  if (hidden === 0) return course
  const latest = latestOf(known)
  const { lastIssueDate, repeatsIssued } = course
  const isLater =
    lastIssueDate !== null &&
    (latest === null || firstDayOf(lastIssueDate) > firstDayOf(latest))
  return {
    ...course,
    lastIssueDate: isLater ? latest : lastIssueDate,
    repeatsIssued:
      repeatsIssued === null ? null : Math.max(0, repeatsIssued - hidden)
  }
}
