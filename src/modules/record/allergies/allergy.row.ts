import type { EntryKind } from '../../../policy/record-access.ts'
import type { Disclosure } from '../../../policy/disclosure.ts'
import type { CodeableConcept } from '../../../vocabulary/coding.ts'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'
import { ENTRY_ROW_DISCLOSURE, type EntryRow } from '../entry-row.ts'

export type AllergyClinicalStatus = 'active' | 'resolved'
export type AllergyCategory = 'medication' | 'environment'
export type AllergyType = 'allergy' | 'intolerance'
export type AllergyCriticality = 'low' | 'high' | 'unable-to-assess'
export type ReactionSeverity = 'mild' | 'moderate' | 'severe'

/** At most one reaction is recorded (Access Record digest section 4.3). */
export interface AllergyReaction {
  readonly manifestation: readonly CodeableConcept[]
  readonly severity: ReactionSeverity | null
  readonly exposureRoute: CodeableConcept | null
  readonly description: string | null
}

/** An allergy or intolerance as it is read. */
export interface AllergyRow extends EntryRow {
  readonly clinicalStatus: AllergyClinicalStatus
  readonly categories: readonly AllergyCategory[]
  readonly type: AllergyType | null
  readonly criticality: AllergyCriticality | null
  readonly code: CodeableConcept
  readonly onset: PartialDate | null
  readonly assertedDate: PartialDate
  readonly lastOccurrence: PartialDate | null
  readonly endDate: PartialDate | null
  readonly endReason: string | null
  readonly note: string | null
  readonly reaction: AllergyReaction | null
  readonly recorderId: string
  readonly asserterId: string | null
  readonly assertedByPatient: boolean
}

const REACTION_DISCLOSURE = {
  manifestation: 'codings',
  severity: 'always',
  exposureRoute: 'codings',
  description: 'full-only'
} as const satisfies Disclosure<AllergyReaction>

const ALLERGY_DISCLOSURE: Disclosure<AllergyRow> = {
  ...ENTRY_ROW_DISCLOSURE,
  clinicalStatus: 'always',
  categories: 'always',
  type: 'always',
  criticality: 'always',
  code: 'essential-codings',
  onset: 'always',
  assertedDate: 'always',
  lastOccurrence: 'always',
  endDate: 'always',
  endReason: 'full-only',
  note: 'full-only',
  reaction: { parts: REACTION_DISCLOSURE },
  recorderId: 'always',
  asserterId: 'always',
  assertedByPatient: 'always'
}

export const ALLERGY_KIND: EntryKind<AllergyRow> = {
  facts: ({ clinicalDate, recordedDate, hiddenBy }) => ({
    area: 'ALLERGIES',
    clinicalDate,
    recordedDate,
    hiddenBy
  }),
  disclosure: ALLERGY_DISCLOSURE
}
