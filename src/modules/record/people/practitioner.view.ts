import { Field, ID, ObjectType } from 'type-graphql'
import type { PractitionersById } from '../area.ts'
import type { PractitionerRow } from './people.row.ts'

@ObjectType({
  description: 'A health or care professional named in the record.',
  simpleResolvers: true
})
export class Practitioner {
  @Field(() => ID, { description: 'The same id as in FHIR.' })
  readonly id!: string

  @Field(() => String, { description: 'Name with title.' })
  readonly name!: string
}

/** Title, given names and family name with single spaces. */
export const fullName = (name: {
  prefix: readonly string[]
  given: readonly string[]
  family: string
}): string => [...name.prefix, ...name.given, name.family].join(' ')

const toPractitionerView = (row: PractitionerRow): Practitioner => ({
  id: row.id,
  name: fullName(row)
})

export const findPractitioner = (
  practitioners: PractitionersById,
  id: string | null
): Practitioner | null => {
  const row = id === null ? undefined : practitioners.get(id)
  return row ? toPractitionerView(row) : null
}

/** Those of `ids` that are known, in their order. */
export const findPractitioners = (
  practitioners: PractitionersById,
  ids: readonly string[]
): Practitioner[] =>
  ids.flatMap((id) => findPractitioner(practitioners, id) ?? [])
