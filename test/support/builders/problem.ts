import type { ProblemContent } from '../../../src/modules/record/entry-content.ts'
import type { ProblemRow } from '../../../src/modules/record/problems/problem.row.ts'
import { idOf, USUAL_GP_ID } from './ids.ts'
import { concept, entryRow } from './record.ts'

/** Every element filled, with every text that can be withheld. */
const CLINICAL = {
  code: concept('195967001', 'Asthma', 'wheezy since childhood'),
  clinicalStatus: 'active',
  significance: 'major',
  onset: '2014-05',
  abatement: null,
  assertedDate: '2014-06-02T09:30:00+01:00',
  note: 'worse in spring'
} as const

/** Words of a problem that only full shows (Ruling R20). */
export const PROBLEM_TEXTS = ['wheezy since childhood', 'worse in spring']

export const problemRow = (
  number: number,
  changes: Partial<ProblemRow> = {}
): ProblemRow => ({
  ...entryRow(idOf(4, number), '2014-05-01'),
  ...CLINICAL,
  asserterId: USUAL_GP_ID,
  ...changes
})

export const problemIdentifier = (value: string) => ({
  system: 'https://supplier.example/problem',
  value
})

export const problemContent = (
  asserterId: string,
  value: string,
  changes: Partial<ProblemContent> = {}
): ProblemContent => ({
  identifiers: [problemIdentifier(value)],
  restricted: false,
  staffConfidential: false,
  enteredInError: false,
  ...CLINICAL,
  asserterId,
  links: [],
  ...changes
})
