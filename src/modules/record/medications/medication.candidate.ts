import type { EntryFacts } from '../../../policy/record-access.ts'
import {
  MEDICATION_COURSE_KIND,
  type MedicationCourseRow
} from './medication.row.ts'

/** What the medication filters of `$gpc.getstructuredrecord` look at. */
export type MedicationSearchFacts = Pick<
  MedicationCourseRow,
  'prescriptionType' | 'prescribingAgency' | 'effectiveStart' | 'effectiveEnd'
>

/** Facts of a course, and whether a filtered List would hold it. */
export type MedicationCandidate = EntryFacts & MedicationSearchFacts

export const toMedicationCandidate = (
  row: MedicationCourseRow
): MedicationCandidate => ({
  ...MEDICATION_COURSE_KIND.facts(row),
  prescriptionType: row.prescriptionType,
  prescribingAgency: row.prescribingAgency,
  effectiveStart: row.effectiveStart,
  effectiveEnd: row.effectiveEnd
})
