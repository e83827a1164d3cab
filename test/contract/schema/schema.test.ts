import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from '@jest/globals'
import {
  defaultFieldResolver,
  GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType
} from 'graphql'
import {
  createPlainSchema,
  createSchema,
  printSdl
} from '../../../src/graphql/schema.ts'
import { PERMISSIONS } from '../../../src/graphql/shield.ts'

let plain: GraphQLSchema
let served: GraphQLSchema

beforeAll(async () => {
  plain = await createPlainSchema()
  served = await createSchema()
})

interface NamedField {
  readonly name: string
  readonly field: GraphQLField<unknown, unknown>
}

const fieldsOf = (schema: GraphQLSchema): NamedField[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) =>
      isObjectType(type)
        ? Object.values(type.getFields()).map((field) => ({
            name: `${type.name}.${field.name}`,
            field
          }))
        : []
    )

const isResolved = ({ field }: NamedField): boolean =>
  field.resolve !== undefined && field.resolve !== defaultFieldResolver

const namesOf = (fields: NamedField[]): string[] =>
  fields.map(({ name }) => name).toSorted()

interface Described {
  readonly name: string
  readonly description?: string | null
}

const within = (
  owner: string,
  { name, description }: Described
): Described => ({
  name: `${owner}.${name}`,
  description
})

/** A type and all that has a description of its own inside it. */
const partsOf = (type: GraphQLNamedType): Described[] => {
  const { name } = type
  const own = ['Query', 'Mutation'].includes(name) ? [] : [type]
  if (isEnumType(type)) {
    return [...own, ...type.getValues().map((value) => within(name, value))]
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields())
    return [...own, ...fields.map((field) => within(name, field))]
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return own
  const fields = Object.values(type.getFields())
  return [
    ...own,
    ...fields.flatMap((field) => [
      within(name, field),
      ...field.args.map((arg) => within(`${name}.${field.name}`, arg))
    ])
  ]
}

const RULED = Object.entries(PERMISSIONS).flatMap(([type, fields]) =>
  Object.keys(fields).map((field) => `${type}.${field}`)
)

describe('the schema', () => {
  it('is what schema.graphql says', async () => {
    expect(await printSdl()).toBe(await readFile('schema.graphql', 'utf8'))
  })

  it('describes every type, field, argument and enum value', () => {
    const types = Object.values(plain.getTypeMap()).filter(
      ({ name }) => !name.startsWith('__')
    )
    const undescribed = types
      .flatMap(partsOf)
      .filter(({ description }) => !description)
    expect(undescribed.map(({ name }) => name)).toEqual([])
  })

  it('has a rule for every field with a resolver of its own', () => {
    expect(namesOf(fieldsOf(plain).filter(isResolved))).toEqual(
      RULED.toSorted()
    )
  })

  it('wraps no other field when it is served', () => {
    expect(namesOf(fieldsOf(served).filter(isResolved))).toEqual(
      RULED.toSorted()
    )
  })

  it('lets every field that can be refused be null', () => {
    const ruled = new Set(RULED)
    const strict = fieldsOf(plain).filter(
      ({ name, field }) => ruled.has(name) && String(field.type).endsWith('!')
    )
    // Who is asking is known, or known to be unknown, before any rule.
    expect(namesOf(strict)).toEqual(['Query.viewer'])
  })

  it('has no rule whose verdict is remembered by a hash of its parent', () => {
    const rules = Object.values(PERMISSIONS).flatMap((fields) =>
      Object.values(fields)
    )
    expect(JSON.stringify(rules)).not.toContain('"cache":"strict"')
    expect(rules.length).toBe(RULED.length)
  })
})
