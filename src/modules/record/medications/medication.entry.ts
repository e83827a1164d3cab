import type { Visible } from '../../../policy/record-access.ts'
import type {
  MedicationCourseRow,
  MedicationIssueRow
} from './medication.row.ts'

/** A course with those of its issues that may be seen. */
export interface MedicationEntry {
  readonly course: Visible<MedicationCourseRow>
  readonly issues: readonly Visible<MedicationIssueRow>[]
}
