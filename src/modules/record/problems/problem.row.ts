import type { Disclosure } from '../../../policy/disclosure.ts'
import type { EntryKind } from '../../../policy/record-access.ts'
import type { CodeableConcept } from '../../../vocabulary/coding.ts'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'
import { ENTRY_ROW_DISCLOSURE, type EntryRow } from '../entry-row.ts'

export type ProblemClinicalStatus = 'active' | 'inactive'
export type ProblemSignificance = 'major' | 'minor'

/** A problem, which others call a health condition, as it is read. */
export interface ProblemRow extends EntryRow {
  readonly code: CodeableConcept
  readonly clinicalStatus: ProblemClinicalStatus
  readonly significance: ProblemSignificance
  readonly onset: PartialDate | null
  readonly abatement: PartialDate | null
  readonly assertedDate: PartialDate
  readonly note: string | null
  readonly asserterId: string
}

const PROBLEM_DISCLOSURE: Disclosure<ProblemRow> = {
  ...ENTRY_ROW_DISCLOSURE,
  code: 'essential-codings',
  clinicalStatus: 'always',
  significance: 'always',
  onset: 'always',
  abatement: 'always',
  assertedDate: 'always',
  note: 'full-only',
  asserterId: 'always'
}

export const PROBLEM_KIND: EntryKind<ProblemRow> = {
  facts: ({ clinicalDate, recordedDate, hiddenBy }) => ({
    area: 'PROBLEMS',
    clinicalDate,
    recordedDate,
    hiddenBy
  }),
  disclosure: PROBLEM_DISCLOSURE
}
