import type { EntryFacts } from '../../../policy/record-access.ts'
import type { Area } from '../area.ts'
import type { ProblemEntry } from './problem.entry.ts'
import type { ProblemFilter } from './problem.filter.ts'
import { loadProblems } from './problem.loader.ts'
import { toProblemView, type Problem } from './problem.view.ts'

export const problemArea: Area<
  ProblemEntry,
  Problem,
  EntryFacts,
  ProblemFilter
> = {
  area: 'PROBLEMS',
  load: loadProblems,
  position: ({ problem: { clinicalDate, id } }) => ({ clinicalDate, id }),
  practitionerIds: ({ problem: { asserterId } }) => [asserterId],
  toView: toProblemView
}
