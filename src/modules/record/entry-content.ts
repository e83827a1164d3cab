import type { Identifier } from '../../vocabulary/coding.ts'
import type { AllergyRow } from './allergies/allergy.row.ts'
import type { EntryKindName } from './entry-kinds.ts'
import type { DocumentRow } from './documents/document.row.ts'
import type { EntryRow } from './entry-row.ts'
import type { ImmunisationRow } from './immunisations/immunisation.row.ts'
import type {
  InvestigationReportRow,
  InvestigationRequestRow,
  SpecimenRow
} from './investigations/investigation.row.ts'
import type {
  MedicationCourseRow,
  MedicationIssueRow
} from './medications/medication.row.ts'
import type { ProblemRow } from './problems/problem.row.ts'
import type { ObservationRow } from './observations/observation.row.ts'
import type { ReferralRow } from './referrals/referral.row.ts'

/** What a source says of an entry besides its clinical content. */
export interface EntrySource {
  /** Business identifiers; the first finds the entry again (Ruling R17). */
  readonly identifiers: readonly [Identifier, ...Identifier[]]
  readonly restricted: boolean
  readonly staffConfidential: boolean
  readonly enteredInError: boolean
}

export type AllergyContent = EntrySource & Omit<AllergyRow, keyof EntryRow>

export type ImmunisationContent = EntrySource &
  Omit<ImmunisationRow, keyof EntryRow>

export type ReferralContent = EntrySource & Omit<ReferralRow, keyof EntryRow>

/** Of a document and of what is in it, as far as that is sent along. */
export type DocumentContent = EntrySource &
  Omit<DocumentRow, keyof EntryRow | 'binaryId'> & {
    /** Not held when it is over 5,000,000 bytes. */
    readonly content: Uint8Array | null
  }

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

/** Another entry of the same patient, by its first business identifier. */
export interface EntryTarget<Kind extends EntryKindName = EntryKindName> {
  readonly kind: Kind
  readonly identifier: Identifier
}

/**
 * What a problem is linked to. `CHILD`: the target is a part of it; a parent
 * says so itself.
 */
export type ProblemLinkContent =
  | {
      readonly kind: 'CHILD' | 'SIBLING'
      readonly target: EntryTarget<'PROBLEM'>
    }
  | { readonly kind: 'RELATED' | 'ACTUAL'; readonly target: EntryTarget }

/** Links may name entries that are written later in the same session. */
export type ProblemContent = EntrySource &
  Omit<ProblemRow, keyof EntryRow> & {
    readonly links: readonly ProblemLinkContent[]
  }

/** An observation but for its places in a report. */
export type UncategorisedContent = EntrySource &
  Omit<
    ObservationRow,
    keyof EntryRow | 'kind' | 'reportId' | 'groupId' | 'aboutId' | 'specimenId'
  >

export type InvestigationRequestContent = EntrySource &
  Omit<InvestigationRequestRow, keyof EntryRow>

export type SpecimenContent = EntrySource & Omit<SpecimenRow, keyof EntryRow>

/** Parts name each other by their first business identifiers. */
type TestGroupContent = UncategorisedContent & {
  readonly specimen: Identifier | null
}

type TestResultContent = TestGroupContent & {
  readonly group: Identifier | null
}

type FilingCommentContent = UncategorisedContent & {
  /** A group or result; null for the whole report. */
  readonly about: Identifier | null
}

export type InvestigationReportContent = EntrySource &
  Omit<
    InvestigationReportRow,
    keyof EntryRow | 'requestIds' | 'specimenIds'
  > & {
    readonly requests: readonly InvestigationRequestContent[]
    readonly specimens: readonly SpecimenContent[]
    readonly groups: readonly TestGroupContent[]
    readonly results: readonly TestResultContent[]
    readonly filingComments: readonly FilingCommentContent[]
  }
