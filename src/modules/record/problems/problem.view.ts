import { Field, ObjectType } from 'type-graphql'
import { CodeableConceptView } from '../../../graphql/types/coding.view.ts'
import { PartialDateScalar } from '../../../graphql/types/scalars.ts'
import type { ViewContext } from '../area.ts'
import { findPractitioner, Practitioner } from '../people/practitioner.view.ts'
import { RecordEntry, toRecordEntry } from '../record-entry.view.ts'
import type { ProblemEntry, ProblemLink } from './problem.entry.ts'
import {
  ProblemClinicalStatusEnum,
  ProblemSignificanceEnum
} from './problem.enums.ts'
import type {
  ProblemClinicalStatus,
  ProblemSignificance
} from './problem.row.ts'

@ObjectType({
  implements: RecordEntry,
  description: 'A problem: a condition that needs care over time.',
  simpleResolvers: true
})
export class Problem extends RecordEntry {
  @Field(() => CodeableConceptView, { description: 'What the problem is.' })
  readonly code!: CodeableConceptView

  @Field(() => ProblemClinicalStatusEnum, {
    description: 'Whether it still matters.'
  })
  readonly clinicalStatus!: ProblemClinicalStatus

  @Field(() => ProblemSignificanceEnum, { description: 'Its weight.' })
  readonly significance!: ProblemSignificance

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When it began; with `assertedDate` the clinical date.'
  })
  readonly onset!: string | null

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When it was over.'
  })
  readonly abatement!: string | null

  @Field(() => PartialDateScalar, { description: 'When it was recorded.' })
  readonly assertedDate!: string

  @Field(() => String, { nullable: true, description: 'Notes; only at full.' })
  readonly note!: string | null

  @Field(() => Practitioner, {
    nullable: true,
    description: 'Who says that the patient has it.'
  })
  readonly asserter!: Practitioner | null

  /** For the edges below a problem; not part of the graph. */
  readonly links!: readonly ProblemLink[]
}

export const toProblemView = (
  { problem, links }: ProblemEntry,
  context: ViewContext
): Problem => ({
  ...toRecordEntry(problem, { kind: 'PROBLEM', area: 'PROBLEMS' }, context),
  code: problem.code,
  clinicalStatus: problem.clinicalStatus,
  significance: problem.significance,
  onset: problem.onset,
  abatement: problem.abatement,
  assertedDate: problem.assertedDate,
  note: problem.note,
  asserter: findPractitioner(context.practitioners, problem.asserterId),
  links
})
