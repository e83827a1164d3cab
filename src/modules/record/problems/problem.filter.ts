import { ArgsType, Field } from 'type-graphql'
import { AreaArgs } from '../area-args.ts'
import {
  ProblemClinicalStatusEnum,
  ProblemSignificanceEnum
} from './problem.enums.ts'
import type {
  ProblemClinicalStatus,
  ProblemSignificance
} from './problem.row.ts'

/** Which problems are wanted; null for any. */
export interface ProblemFilter {
  readonly clinicalStatus: ProblemClinicalStatus | null
  readonly significance: ProblemSignificance | null
}

@ArgsType()
export class ProblemArgs extends AreaArgs {
  @Field(() => ProblemClinicalStatusEnum, {
    nullable: true,
    description: 'Only active ones, or only inactive ones.'
  })
  clinicalStatus?: ProblemClinicalStatus | null

  @Field(() => ProblemSignificanceEnum, {
    nullable: true,
    description: 'Only major ones, or only minor ones.'
  })
  significance?: ProblemSignificance | null
}

export const toProblemFilter = ({
  clinicalStatus = null,
  significance = null
}: ProblemArgs): ProblemFilter | null =>
  clinicalStatus || significance ? { clinicalStatus, significance } : null
