import type { LocalDate } from '../../vocabulary/partial-date.ts'
import type { PrescriptionType } from '../record/medications/medication.row.ts'

/** Resolved ones go into a List of their own (digest section 4.2). */
export interface AllergyOptions {
  readonly includeResolved: boolean
}

/** Filters of digest 1.3; they narrow what the policy allows, never widen. */
export interface MedicationOptions {
  readonly includeIssues: boolean
  /** Courses that were in use on or after this day; null: all. */
  readonly searchFrom: LocalDate | null
  /** Any of these; empty: all. */
  readonly prescriptionTypes: readonly PrescriptionType[]
}

/**
 * What is asked of a structured record, by REST or GraphQL. An area that is
 * null is not in the answer.
 */
export interface StructuredRecordRequest {
  readonly allergies: AllergyOptions | null
  readonly medications: MedicationOptions | null
  /** `parameter` or `parameter.part`, answered with a warning (digest 1.3). */
  readonly unrecognised: readonly string[]
  /** Parameters of areas this server does not hold (digest 3.3). */
  readonly disabled: readonly string[]
}

/** The areas that such a record has, for what is decided area by area. */
export const exportedAreas = (
  request: Pick<StructuredRecordRequest, 'allergies' | 'medications'>
): readonly ('ALLERGIES' | 'MEDICATIONS')[] => [
  ...(request.allergies ? (['ALLERGIES'] as const) : []),
  ...(request.medications ? (['MEDICATIONS'] as const) : [])
]
