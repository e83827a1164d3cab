import type { Disclosure } from '../../../policy/disclosure.ts'
import type { EntryFacts, EntryKind } from '../../../policy/record-access.ts'
import type { CodeableConcept, Quantity } from '../../../vocabulary/coding.ts'
import type { Identifier } from '../../../vocabulary/coding.ts'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'
import { ENTRY_ROW_DISCLOSURE, type EntryRow } from '../entry-row.ts'

/** Codes of CareConnect-PrescriptionType-1. */
export const PRESCRIPTION_TYPES = [
  'acute',
  'repeat',
  'repeat-dispensing',
  'delayed-prescribing',
  'acute-handwritten'
] as const
export type PrescriptionType = (typeof PRESCRIPTION_TYPES)[number]

/** Codes of CareConnect-PrescribingAgency-1. */
export const PRESCRIBING_AGENCIES = [
  'prescribed-at-gp-practice',
  'prescribed-by-another-organisation',
  'prescribed-by-previous-practice'
] as const
export type PrescribingAgency = (typeof PRESCRIBING_AGENCIES)[number]

export type MedicationStatus = 'active' | 'completed' | 'stopped'

/** What a plan and an issue both say of the supply. */
interface SupplyRow {
  /** `dispenseRequest.validityPeriod`. */
  readonly validityStart: PartialDate
  readonly validityEnd: PartialDate | null
  readonly dosageText: string | null
  readonly patientInstruction: string | null
  readonly quantity: Quantity | null
  readonly quantityText: string | null
  /** Expected duration of the supply in days. */
  readonly supplyDays: number | null
  readonly groupIdentifier: string | null
  readonly recorderId: string
}

/** A statement and its one plan (Access Record digest section 4.4). */
export interface MedicationCourseRow extends EntryRow, SupplyRow {
  /** Logical id of the plan; `id` is the statement's. */
  readonly planId: string
  readonly planIdentifiers: readonly Identifier[]
  /** dm+d concept; a name without a code has the degraded code and a text. */
  readonly medication: CodeableConcept
  readonly prescriptionType: PrescriptionType
  readonly prescribingAgency: PrescribingAgency
  readonly status: MedicationStatus
  readonly planStatus: MedicationStatus
  readonly effectiveStart: PartialDate
  readonly effectiveEnd: PartialDate | null
  readonly dateAsserted: PartialDate | null
  readonly planAuthoredOn: PartialDate
  readonly lastIssueDate: PartialDate | null
  readonly note: string | null
  readonly planNote: string | null
  readonly repeatsAllowed: number | null
  readonly repeatsIssued: number | null
  readonly authorisationExpiry: PartialDate | null
  readonly stopReason: CodeableConcept | null
  readonly stoppedOn: PartialDate | null
  /** The statement whose plan this one replaced; null if none. */
  readonly priorCourseId: string | null
  /** Facts of its issues, whatever may be seen of them (Ruling R22). */
  readonly issueFacts: readonly EntryFacts[]
}

/** One order made on a plan. */
export interface MedicationIssueRow extends EntryRow, SupplyRow {
  readonly courseId: string
  readonly status: MedicationStatus
  readonly authoredOn: PartialDate
  readonly note: string | null
}

const SUPPLY_DISCLOSURE = {
  validityStart: 'always',
  validityEnd: 'always',
  dosageText: 'kept-text',
  patientInstruction: 'kept-text',
  quantity: 'always',
  quantityText: 'kept-text',
  supplyDays: 'always',
  groupIdentifier: 'always',
  recorderId: 'always'
} as const satisfies Disclosure<SupplyRow>

const factsOf = (row: EntryRow): EntryFacts => ({
  area: 'MEDICATIONS',
  clinicalDate: row.clinicalDate,
  recordedDate: row.recordedDate,
  hiddenBy: row.hiddenBy
})

export const MEDICATION_COURSE_KIND: EntryKind<MedicationCourseRow> = {
  facts: (row) => ({ ...factsOf(row), broughtBy: row.issueFacts }),
  disclosure: {
    ...ENTRY_ROW_DISCLOSURE,
    ...SUPPLY_DISCLOSURE,
    planId: 'always',
    planIdentifiers: 'always',
    medication: 'kept-text',
    prescriptionType: 'always',
    prescribingAgency: 'always',
    status: 'always',
    planStatus: 'always',
    effectiveStart: 'always',
    effectiveEnd: 'always',
    dateAsserted: 'always',
    planAuthoredOn: 'always',
    lastIssueDate: 'always',
    note: 'full-only',
    planNote: 'full-only',
    repeatsAllowed: 'always',
    repeatsIssued: 'always',
    authorisationExpiry: 'always',
    stopReason: 'codings',
    stoppedOn: 'always',
    priorCourseId: 'always',
    issueFacts: 'full-only'
  }
}

export const MEDICATION_ISSUE_KIND: EntryKind<MedicationIssueRow> = {
  facts: factsOf,
  disclosure: {
    ...ENTRY_ROW_DISCLOSURE,
    ...SUPPLY_DISCLOSURE,
    courseId: 'always',
    status: 'always',
    authoredOn: 'always',
    note: 'full-only'
  }
}
