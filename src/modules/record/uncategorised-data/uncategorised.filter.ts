import { ArgsType, Field } from 'type-graphql'
import { AreaArgs } from '../area-args.ts'

/** Which entries are wanted. */
export interface UncategorisedFilter {
  readonly code: string
}

@ArgsType()
export class UncategorisedArgs extends AreaArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Only entries with this code, in whatever code system.'
  })
  code?: string | null
}

export const toUncategorisedFilter = ({
  code
}: UncategorisedArgs): UncategorisedFilter | null =>
  typeof code === 'string' ? { code } : null
