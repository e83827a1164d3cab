import { Field, ID, ObjectType } from 'type-graphql'
import { OdsCodeScalar } from '../../../graphql/types/scalars.ts'
import type { OrganizationRow } from './people.row.ts'

@ObjectType({
  description: 'An organisation named in the record.',
  simpleResolvers: true
})
export class Organisation {
  @Field(() => ID, { description: 'The same id as in FHIR.' })
  readonly id!: string

  @Field(() => String, { description: 'Its name.' })
  readonly name!: string

  @Field(() => OdsCodeScalar, {
    nullable: true,
    description: 'Its code of the Organisation Data Service.'
  })
  readonly odsCode!: string | null
}

export const findOrganisation = (
  organizations: ReadonlyMap<string, OrganizationRow>,
  id: string | null
): Organisation | null => {
  const row = id === null ? undefined : organizations.get(id)
  return row ? { id: row.id, name: row.name, odsCode: row.odsCode } : null
}
