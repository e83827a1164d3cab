import type { Disclosure } from '../../../policy/disclosure.ts'
import type { EntryKind } from '../../../policy/record-access.ts'
import type { CodeableConcept, Quantity } from '../../../vocabulary/coding.ts'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'
import { ENTRY_ROW_DISCLOSURE, type EntryRow } from '../entry-row.ts'

/** Which dose of a course of doses it is, and against what. */
export interface ImmunisationProtocol {
  readonly doseSequence: number
  readonly seriesDoses: number | null
  readonly description: string | null
  readonly targetDiseases: readonly CodeableConcept[]
}

/** An immunisation that was given, or was not, as it is read. */
export interface ImmunisationRow extends EntryRow {
  /** The vaccine; null when it is not known. */
  readonly vaccineCode: CodeableConcept | null
  /** What was done, or not done (Access Record digest section 4.5). */
  readonly procedureCode: CodeableConcept
  readonly notGiven: boolean
  readonly givenOn: PartialDate | null
  readonly recordedOn: PartialDate
  /** Told by whoever gave it, not from memory or another record. */
  readonly primarySource: boolean
  readonly parentPresent: boolean | null
  readonly manufacturer: string | null
  readonly lotNumber: string | null
  readonly expiresOn: PartialDate | null
  readonly site: CodeableConcept | null
  readonly route: CodeableConcept | null
  readonly doseQuantity: Quantity | null
  readonly reasons: readonly CodeableConcept[]
  readonly reasonsNotGiven: readonly CodeableConcept[]
  readonly protocols: readonly ImmunisationProtocol[]
  readonly note: string | null
  readonly administeredById: string | null
  readonly recorderId: string | null
  readonly locationId: string | null
}

const PROTOCOL_DISCLOSURE = {
  doseSequence: 'always',
  seriesDoses: 'always',
  description: 'full-only',
  targetDiseases: 'codings'
} as const satisfies Disclosure<ImmunisationProtocol>

/** A lot number identifies a batch; a manufacturer is a free text here. */
const IMMUNISATION_DISCLOSURE: Disclosure<ImmunisationRow> = {
  ...ENTRY_ROW_DISCLOSURE,
  vaccineCode: 'codings',
  procedureCode: 'essential-codings',
  notGiven: 'always',
  givenOn: 'always',
  recordedOn: 'always',
  primarySource: 'always',
  parentPresent: 'always',
  manufacturer: 'full-only',
  lotNumber: 'always',
  expiresOn: 'always',
  site: 'codings',
  route: 'codings',
  doseQuantity: 'always',
  reasons: 'codings',
  reasonsNotGiven: 'codings',
  protocols: { parts: PROTOCOL_DISCLOSURE },
  note: 'full-only',
  administeredById: 'always',
  recorderId: 'always',
  locationId: 'from-detailed'
}

export const IMMUNISATION_KIND: EntryKind<ImmunisationRow> = {
  facts: ({ clinicalDate, recordedDate, hiddenBy }) => ({
    area: 'IMMUNISATIONS',
    clinicalDate,
    recordedDate,
    hiddenBy
  }),
  disclosure: IMMUNISATION_DISCLOSURE
}
