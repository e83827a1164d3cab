import { ArgsType, Field } from 'type-graphql'
import { PageArgs } from '../../graphql/types/connection.ts'
import { LocalDateScalar } from '../../graphql/types/scalars.ts'

@ArgsType()
export class AreaArgs extends PageArgs {
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First clinical day wanted; entries without a date stay.'
  })
  from?: string | null

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last clinical day wanted; entries without a date stay.'
  })
  to?: string | null
}
