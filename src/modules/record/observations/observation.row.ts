import type { Disclosure } from '../../../policy/disclosure.ts'
import type { EntryFacts, EntryKind } from '../../../policy/record-access.ts'
import type { CodeableConcept, Quantity } from '../../../vocabulary/coding.ts'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'
import { ENTRY_PLACES, type ObservationKind } from '../entry-kinds.ts'
import { ENTRY_ROW_DISCLOSURE, type EntryRow } from '../entry-row.ts'
import type { Party } from '../people/party.ts'
import { VALUE_DISCLOSURE, type ObservationValue } from './observation-value.ts'

/** Codes of FHIR's observation-status. */
export const OBSERVATION_STATUSES = [
  'registered',
  'preliminary',
  'final',
  'amended',
  'corrected',
  'cancelled',
  'entered-in-error',
  'unknown'
] as const
export type ObservationStatus = (typeof OBSERVATION_STATUSES)[number]

/** What is usual, for whom. */
export interface ReferenceRange {
  readonly low: Quantity | null
  readonly high: Quantity | null
  readonly type: CodeableConcept | null
  readonly appliesTo: readonly CodeableConcept[]
  readonly ageLow: Quantity | null
  readonly ageHigh: Quantity | null
  readonly text: string | null
}

/** One of several measurements made together. */
export interface ObservationComponent {
  readonly code: CodeableConcept
  readonly value: ObservationValue | null
  readonly dataAbsentReason: CodeableConcept | null
  readonly interpretation: CodeableConcept | null
  readonly referenceRanges: readonly ReferenceRange[]
}

/** Anything observed: which kind of entry it is, `kind` says. */
export interface ObservationRow extends EntryRow {
  readonly kind: ObservationKind
  readonly status: ObservationStatus
  readonly code: CodeableConcept
  readonly category: CodeableConcept | null
  readonly effective: PartialDate | null
  /** End, when it took a while. */
  readonly effectiveUntil: PartialDate | null
  readonly issued: PartialDate
  readonly value: ObservationValue | null
  readonly dataAbsentReason: CodeableConcept | null
  readonly interpretation: CodeableConcept | null
  readonly bodySite: CodeableConcept | null
  readonly method: CodeableConcept | null
  readonly referenceRanges: readonly ReferenceRange[]
  readonly components: readonly ObservationComponent[]
  readonly comment: string | null
  readonly performers: readonly Party[]
  /** The report a group, result or filing comment is part of. */
  readonly reportId: string | null
  /** The group a result is part of. */
  readonly groupId: string | null
  /** The group or result that a filing comment is about. */
  readonly aboutId: string | null
  readonly specimenId: string | null
}

const RANGE_DISCLOSURE = {
  low: 'always',
  high: 'always',
  type: 'codings',
  appliesTo: 'codings',
  ageLow: 'always',
  ageHigh: 'always',
  text: 'full-only'
} as const satisfies Disclosure<ReferenceRange>

const COMPONENT_DISCLOSURE: Disclosure<ObservationComponent> = {
  code: 'essential-codings',
  value: { parts: VALUE_DISCLOSURE },
  dataAbsentReason: 'codings',
  interpretation: 'codings',
  referenceRanges: { parts: RANGE_DISCLOSURE }
}

const OBSERVATION_DISCLOSURE: Disclosure<ObservationRow> = {
  ...ENTRY_ROW_DISCLOSURE,
  kind: 'always',
  status: 'always',
  code: 'essential-codings',
  category: 'codings',
  effective: 'always',
  effectiveUntil: 'always',
  issued: 'always',
  value: { parts: VALUE_DISCLOSURE },
  dataAbsentReason: 'codings',
  interpretation: 'codings',
  bodySite: 'codings',
  method: 'codings',
  referenceRanges: { parts: RANGE_DISCLOSURE },
  components: { parts: COMPONENT_DISCLOSURE },
  comment: 'full-only',
  performers: 'always',
  reportId: 'from-detailed',
  groupId: 'from-detailed',
  aboutId: 'from-detailed',
  specimenId: 'from-detailed'
}

const factsOf = (row: ObservationRow): EntryFacts => ({
  area: ENTRY_PLACES[row.kind].area,
  clinicalDate: row.clinicalDate,
  recordedDate: row.recordedDate,
  hiddenBy: row.hiddenBy
})

/** What was measured or found: of any kind but notes. */
export const OBSERVATION_KIND: EntryKind<ObservationRow> = {
  facts: factsOf,
  disclosure: OBSERVATION_DISCLOSURE
}

/**
 * Words alone, as filing comments are: below full nothing is left of them
 * (Access Record digest section 2).
 */
export const NOTE_KIND: EntryKind<ObservationRow> = {
  facts: factsOf,
  disclosure: { ...OBSERVATION_DISCLOSURE, comment: 'essential-text' }
}
