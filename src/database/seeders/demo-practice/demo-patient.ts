import type { PatientContent } from '../../../modules/record/record-writer.ts'
import type {
  AllergyCriticality,
  AllergyReaction,
  AllergyType
} from '../../../modules/record/allergies/allergy.row.ts'
import type {
  PrescribingAgency,
  PrescriptionType
} from '../../../modules/record/medications/medication.row.ts'
import type { CodeableConcept } from '../../../vocabulary/coding.ts'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'
import type { DemoPatientAccess } from './access.ts'
import type { Allergen } from './codes/allergens.ts'
import type { StaffKey } from './people.ts'
import type { DemoOdsCode } from './practices.ts'

/** Why citizens are not shown an entry (Rulings R15 and R17). */
export type DemoMark =
  | {
      readonly kind: 'RESTRICTED'
      readonly by: StaffKey
      /** ISO instant. */
      readonly at: string
      readonly reason: string
    }
  | { readonly kind: 'STAFF_CONFIDENTIAL' | 'ENTERED_IN_ERROR' }

export interface DemoAllergy {
  /** Unique among the patient's allergies; part of the business identifier. */
  readonly id: string
  readonly allergen: Allergen
  readonly type?: AllergyType
  readonly criticality?: AllergyCriticality
  readonly onset?: PartialDate
  readonly asserted: PartialDate
  readonly lastOccurrence?: PartialDate
  /** Absent: it is active. */
  readonly ended?: { readonly on: PartialDate; readonly reason: string }
  readonly note?: string
  readonly reaction?: AllergyReaction
  readonly recorder: StaffKey
  readonly assertedBy?: 'PATIENT' | StaffKey
  readonly mark?: DemoMark
}

/** How much one issue supplies, in units and days. */
export interface DemoSupply {
  readonly value: number
  /** In the singular. */
  readonly unit: string
  readonly days: number
}

export interface DemoIssue {
  readonly on: PartialDate
  readonly note?: string
  readonly mark?: DemoMark
}

export type DemoMedicationEnd =
  | { readonly status: 'completed'; readonly on: PartialDate }
  | {
      readonly status: 'stopped'
      readonly on: PartialDate
      readonly reason: CodeableConcept
    }

export interface DemoMedication {
  /** Unique among the patient's medications; part of business identifiers. */
  readonly id: string
  readonly medicine: CodeableConcept
  readonly type: PrescriptionType
  /** Default: this practice. */
  readonly agency?: PrescribingAgency
  readonly from: PartialDate
  /** When it was entered, if not on the day it started. */
  readonly asserted?: PartialDate
  readonly dosage: string
  readonly instruction?: string
  readonly note?: string
  readonly planNote?: string
  readonly supply: DemoSupply | null
  readonly issues: readonly DemoIssue[]
  /** For *repeat* and *repeat dispensing*, and for no other. */
  readonly repeats?: { readonly allowed: number; readonly expiry: PartialDate }
  /** Absent: it is being taken. */
  readonly end?: DemoMedicationEnd
  /** The medication, of the same patient, whose plan this one replaced. */
  readonly replaces?: string
  readonly recorder: StaffKey
  readonly mark?: DemoMark
}

export interface DemoPatient {
  /** What the demo calls them: the given name in lower case. */
  readonly key: string
  readonly odsCode: DemoOdsCode
  /** What their record shows, in a few words and in a few sentences. */
  readonly title: string
  readonly story: string
  readonly person: Omit<PatientContent, 'usualGpId' | 'branchSurgeryId'>
  readonly usualGp: StaffKey
  /** Site code of the branch they prefer, if any. */
  readonly branchSurgery?: string
  readonly access: DemoPatientAccess
  readonly allergies: readonly DemoAllergy[]
  readonly medications: readonly DemoMedication[]
}
