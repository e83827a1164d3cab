import { Field, InterfaceType } from 'type-graphql'

@InterfaceType({
  description: 'Something the user can put right.',
  resolveType: (error: object) =>
    'insteadId' in error ? 'RestrictionUserError' : 'ConfigurationUserError'
})
export abstract class UserError {
  @Field(() => String, { description: 'What is wrong, in plain words.' })
  readonly message!: string

  @Field(() => [String], { description: 'Path of the argument concerned.' })
  readonly field!: readonly string[]
}
