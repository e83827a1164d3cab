import { lastDayOf } from '../../vocabulary/partial-date.ts'
import type { MedicationSearchFacts } from '../record/medications/medication.candidate.ts'
import type { MedicationOptions } from './structured-record-request.ts'

const REPEATS = ['repeat', 'repeat-dispensing']

/**
 * In use on or after the wanted day: not ended by then, and what is taken once
 * and has no end not begun before. Partial dates count to their last day.
 */
const isInUse = (
  course: MedicationSearchFacts,
  { searchFrom }: MedicationOptions
): boolean => {
  const { effectiveStart, effectiveEnd, prescriptionType } = course
  if (searchFrom === null) return true
  // What others prescribe is not ended here, so it is always sent.
  if (course.prescribingAgency === 'prescribed-by-another-organisation') {
    return true
  }
  if (effectiveEnd !== null) return lastDayOf(effectiveEnd) >= searchFrom
  return (
    REPEATS.includes(prescriptionType) ||
    lastDayOf(effectiveStart) >= searchFrom
  )
}

/** The filters of `includeMedication` (Access Record digest section 1.3). */
export const isWanted = (
  course: MedicationSearchFacts,
  options: MedicationOptions
): boolean =>
  isInUse(course, options) &&
  (options.prescriptionTypes.length === 0 ||
    options.prescriptionTypes.includes(course.prescriptionType))
