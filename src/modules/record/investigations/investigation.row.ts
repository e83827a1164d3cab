import type { Disclosure } from '../../../policy/disclosure.ts'
import type { EntryFacts, EntryKind } from '../../../policy/record-access.ts'
import type {
  CodeableConcept,
  Identifier,
  Quantity
} from '../../../vocabulary/coding.ts'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'
import { ENTRY_ROW_DISCLOSURE, type EntryRow } from '../entry-row.ts'
import type { Party } from '../people/party.ts'

/** Codes of FHIR's diagnostic-report-status. */
export const REPORT_STATUSES = [
  'registered',
  'partial',
  'preliminary',
  'final',
  'amended',
  'corrected',
  'appended',
  'cancelled',
  'entered-in-error',
  'unknown'
] as const
export type ReportStatus = (typeof REPORT_STATUSES)[number]

/** Codes of FHIR's specimen-status. */
export const SPECIMEN_STATUSES = [
  'available',
  'unavailable',
  'unsatisfactory',
  'entered-in-error'
] as const
export type SpecimenStatus = (typeof SPECIMEN_STATUSES)[number]

/** A laboratory's report, without what it is made of. */
export interface InvestigationReportRow extends EntryRow {
  readonly code: CodeableConcept | null
  readonly category: CodeableConcept | null
  readonly status: ReportStatus
  readonly issued: PartialDate
  readonly conclusion: string | null
  readonly codedDiagnoses: readonly CodeableConcept[]
  readonly performers: readonly Party[]
  readonly requestIds: readonly string[]
  readonly specimenIds: readonly string[]
  /** Not filed yet: for staff alone (Ruling R15). */
  readonly unfiled: boolean
}

/** What the practice had asked for. */
export interface InvestigationRequestRow extends EntryRow {
  readonly code: CodeableConcept | null
  readonly requester: Party | null
  readonly performer: Party | null
  readonly reasons: readonly CodeableConcept[]
  readonly note: string | null
}

/** What was tested. */
export interface SpecimenRow extends EntryRow {
  /** The laboratory's number of it. */
  readonly accession: Identifier | null
  readonly status: SpecimenStatus | null
  readonly type: CodeableConcept | null
  readonly receivedOn: PartialDate | null
  readonly collectedOn: PartialDate | null
  /** End, when collecting took a while. */
  readonly collectedUntil: PartialDate | null
  readonly fastingStatus: CodeableConcept | null
  readonly bodySite: CodeableConcept | null
  readonly quantity: Quantity | null
  readonly note: string | null
  readonly collectorId: string | null
}

const factsOf = (row: EntryRow): EntryFacts => ({
  area: 'INVESTIGATIONS',
  clinicalDate: row.clinicalDate,
  recordedDate: row.recordedDate,
  hiddenBy: row.hiddenBy
})

const REPORT_DISCLOSURE: Disclosure<InvestigationReportRow> = {
  ...ENTRY_ROW_DISCLOSURE,
  code: 'codings',
  category: 'codings',
  status: 'always',
  issued: 'always',
  conclusion: 'full-only',
  codedDiagnoses: 'codings',
  performers: 'always',
  requestIds: 'from-detailed',
  specimenIds: 'from-detailed',
  unfiled: 'always'
}

/** No code is essential: its results are what a report says. */
export const REPORT_KIND: EntryKind<InvestigationReportRow> = {
  facts: factsOf,
  disclosure: REPORT_DISCLOSURE
}

export const REQUEST_KIND: EntryKind<InvestigationRequestRow> = {
  facts: factsOf,
  disclosure: {
    ...ENTRY_ROW_DISCLOSURE,
    code: 'codings',
    requester: 'always',
    performer: 'always',
    reasons: 'codings',
    note: 'full-only'
  }
}

export const SPECIMEN_KIND: EntryKind<SpecimenRow> = {
  facts: factsOf,
  disclosure: {
    ...ENTRY_ROW_DISCLOSURE,
    accession: 'always',
    status: 'always',
    type: 'codings',
    receivedOn: 'always',
    collectedOn: 'always',
    collectedUntil: 'always',
    fastingStatus: 'codings',
    bodySite: 'codings',
    quantity: 'always',
    note: 'full-only',
    collectorId: 'always'
  }
}
