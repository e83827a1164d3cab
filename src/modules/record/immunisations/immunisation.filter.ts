import { ArgsType, Field } from 'type-graphql'
import { AreaArgs } from '../area-args.ts'

/** Which immunisations are wanted. */
export interface ImmunisationFilter {
  readonly notGiven: boolean
}

@ArgsType()
export class ImmunisationArgs extends AreaArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that were not given, or only those that were.'
  })
  notGiven?: boolean | null
}

export const toImmunisationFilter = ({
  notGiven
}: ImmunisationArgs): ImmunisationFilter | null =>
  typeof notGiven === 'boolean' ? { notGiven } : null
