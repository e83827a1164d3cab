import { Field, ID, ObjectType } from 'type-graphql'
import { CodeableConceptView } from '../../../graphql/types/coding.view.ts'
import type { ProblemEntry, ProblemRelation } from './problem.entry.ts'
import { ProblemRelationEnum } from './problem.enums.ts'

@ObjectType({
  description: 'Another problem of the patient that belongs to this one.',
  simpleResolvers: true
})
export class RelatedProblem {
  @Field(() => ProblemRelationEnum, {
    description: 'What the other problem is to this one.'
  })
  readonly relation!: ProblemRelation

  @Field(() => ID, { description: 'Id of the other problem.' })
  readonly id!: string

  @Field(() => CodeableConceptView, {
    description: 'What the other problem is.'
  })
  readonly code!: CodeableConceptView
}

export const toRelatedProblem = (
  relation: ProblemRelation,
  { problem: { id, code } }: ProblemEntry
): RelatedProblem => ({ relation, id, code })
