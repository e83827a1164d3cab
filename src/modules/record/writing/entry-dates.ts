import {
  firstDayOf,
  lastDayOf,
  type LocalDate,
  type PartialDate
} from '../../../vocabulary/partial-date.ts'
import type {
  AllergyContent,
  MedicationCourseContent,
  MedicationIssueContent
} from '../entry-content.ts'

/** The dates an entry is found, ordered and shown by (Ruling R22). */
export interface EntryDateColumns {
  readonly clinicalDate: LocalDate | null
  /** Last day of the interval that a partial clinical date stands for. */
  readonly clinicalUntil: LocalDate | null
  readonly recordedDate: LocalDate | null
}

const columns = (
  clinical: PartialDate,
  recorded: PartialDate
): EntryDateColumns => ({
  clinicalDate: firstDayOf(clinical),
  clinicalUntil: lastDayOf(clinical),
  recordedDate: firstDayOf(recorded)
})

export const allergyDates = (content: AllergyContent): EntryDateColumns =>
  columns(content.onset ?? content.assertedDate, content.assertedDate)

export const courseDates = (
  content: MedicationCourseContent
): EntryDateColumns =>
  columns(
    content.effectiveStart,
    content.dateAsserted ?? content.planAuthoredOn
  )

export const issueDates = (content: MedicationIssueContent): EntryDateColumns =>
  columns(content.validityStart, content.authoredOn)
