import {
  firstDayOf,
  lastDayOf,
  type LocalDate,
  type PartialDate
} from '../../../vocabulary/partial-date.ts'
import type {
  AllergyContent,
  DocumentContent,
  ImmunisationContent,
  InvestigationReportContent,
  MedicationCourseContent,
  MedicationIssueContent,
  ProblemContent,
  ReferralContent,
  UncategorisedContent
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

export const immunisationDates = ({
  givenOn,
  recordedOn
}: ImmunisationContent): EntryDateColumns => ({
  clinicalDate: givenOn === null ? null : firstDayOf(givenOn),
  clinicalUntil: givenOn === null ? null : lastDayOf(givenOn),
  recordedDate: firstDayOf(recordedOn)
})

export const referralDates = ({
  authoredOn
}: ReferralContent): EntryDateColumns => columns(authoredOn, authoredOn)

export const documentDates = ({
  created,
  indexed
}: DocumentContent): EntryDateColumns => columns(created ?? indexed, indexed)

export const courseDates = (
  content: MedicationCourseContent
): EntryDateColumns =>
  columns(
    content.effectiveStart,
    content.dateAsserted ?? content.planAuthoredOn
  )

export const issueDates = (content: MedicationIssueContent): EntryDateColumns =>
  columns(content.validityStart, content.authoredOn)

export const problemDates = (content: ProblemContent): EntryDateColumns =>
  columns(content.onset ?? content.assertedDate, content.assertedDate)

export const uncategorisedDates = ({
  effective,
  issued
}: UncategorisedContent): EntryDateColumns => ({
  clinicalDate: effective === null ? null : firstDayOf(effective),
  clinicalUntil: effective === null ? null : lastDayOf(effective),
  recordedDate: firstDayOf(issued)
})

/** What a report and all its parts are dated by. */
export interface ReportDates {
  readonly clinical: PartialDate
  readonly recorded: PartialDate
}

/** From the earliest collection of a specimen; without any, when issued. */
export const reportDates = ({
  specimens,
  issued
}: InvestigationReportContent): ReportDates => {
  const [earliest] = specimens
    .flatMap(({ collectedOn }) => collectedOn ?? [])
    .toSorted((one, other) => (firstDayOf(one) < firstDayOf(other) ? -1 : 1))
  return { clinical: earliest ?? issued, recorded: issued }
}

export const partDates = ({
  dates: { clinical, recorded }
}: {
  readonly dates: ReportDates
}): EntryDateColumns => columns(clinical, recorded)
