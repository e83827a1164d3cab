import type { Identifier } from '../../vocabulary/coding.ts'
import type { AllergyRow } from './allergies/allergy.row.ts'
import type { EntryRow } from './entry-row.ts'
import type {
  MedicationCourseRow,
  MedicationIssueRow
} from './medications/medication.row.ts'

/** What a source says of an entry besides its clinical content. */
export interface EntrySource {
  /** Business identifiers; the first finds the entry again (Ruling R17). */
  readonly identifiers: readonly [Identifier, ...Identifier[]]
  readonly restricted: boolean
  readonly staffConfidential: boolean
  readonly enteredInError: boolean
}

export type AllergyContent = EntrySource & Omit<AllergyRow, keyof EntryRow>

export type MedicationIssueContent = EntrySource &
  Omit<MedicationIssueRow, keyof EntryRow | 'courseId'>

export type MedicationCourseContent = EntrySource &
  Omit<
    MedicationCourseRow,
    keyof EntryRow | 'planId' | 'issueFacts' | 'priorCourseId'
  > & {
    readonly issues: readonly MedicationIssueContent[]
    /** First statement identifier of the course this one replaced. */
    readonly priorCourse: Identifier | null
  }
