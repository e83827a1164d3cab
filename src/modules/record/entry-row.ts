import type { Identifier } from '../../vocabulary/coding.ts'
import type { LocalDate } from '../../vocabulary/partial-date.ts'
import type { HiddenCause } from '../../policy/closure.ts'
import type { Disclosure } from '../../policy/disclosure.ts'

/** What every entry read from the record carries, as PostgreSQL gives it. */
export interface EntryRow {
  readonly id: string
  readonly practiceId: string
  readonly patientId: string
  readonly clinicalDate: LocalDate | null
  readonly recordedDate: LocalDate | null
  readonly identifiers: readonly Identifier[]
  /** Own and inherited marks; empty when it may be disclosed (R15, R16). */
  readonly hiddenBy: readonly HiddenCause[]
  readonly restrictedAt: string | null
  readonly restrictedBy: string | null
  readonly restrictedReason: string | null
}

/** All of it is ids, dates and staff's own marks. */
export const ENTRY_ROW_DISCLOSURE = {
  id: 'always',
  practiceId: 'always',
  patientId: 'always',
  clinicalDate: 'always',
  recordedDate: 'always',
  identifiers: 'always',
  hiddenBy: 'always',
  restrictedAt: 'always',
  restrictedBy: 'full-only',
  restrictedReason: 'full-only'
} as const satisfies Disclosure<EntryRow>
