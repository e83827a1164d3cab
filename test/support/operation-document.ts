import {
  getNamedType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLSchema
} from 'graphql'

/** Arguments by their names in the graph. */
export type Arguments = Readonly<Record<string, unknown>>

/** The way from the root to an object, as far as staff's fields need one. */
const PRACTICE = { field: 'practice', key: 'odsCode', type: 'OdsCode!' }

const OWNERS = new Map([
  [
    'Patient',
    { field: 'patient', key: 'nhsNumber', type: 'NhsNumber!', below: null }
  ],
  ['Practice', { ...PRACTICE, below: null }],
  ['PracticeAccess', { ...PRACTICE, below: 'access' }]
])

const getField = (
  schema: GraphQLSchema,
  coordinate: string
): GraphQLField<unknown, unknown> => {
  const [typeName = '', name = ''] = coordinate.split('.')
  const type = schema.getType(typeName)
  const field = isObjectType(type) ? type.getFields()[name] : undefined
  if (!field) throw new Error(`The graph has no ${coordinate}`)
  return field
}

/** What to write for one field, and the variables it takes. */
const fieldCall = (
  { name, args, type }: GraphQLField<unknown, unknown>,
  given: Arguments
) => {
  const used = args.filter((arg) => arg.name in given)
  const passed = used.map((arg) => `${arg.name}: $${arg.name}`).join(', ')
  const parts = isLeafType(getNamedType(type)) ? '' : ' { __typename }'
  return {
    text: `${name}${passed && `(${passed})`}${parts}`,
    variables: used.map((arg) => `$${arg.name}: ${String(arg.type)}`)
  }
}

const operation = (kind: string, variables: string[], text: string): string =>
  `${kind} Asked${variables.length > 0 ? `(${variables.join(', ')})` : ''} { ${text} }`

/**
 * An operation that asks for the one field `coordinate` names and for nothing
 * else. `given` are its arguments and, where it is not a field of the root,
 * whose it is.
 */
export const operationFor = (
  schema: GraphQLSchema,
  coordinate: string,
  given: Arguments
): { readonly query: string; readonly variables: Arguments } => {
  const [typeName = ''] = coordinate.split('.')
  const field = getField(schema, coordinate)
  if (typeName === 'Query' || typeName === 'Mutation') {
    const { text, variables } = fieldCall(field, given)
    const query = operation(typeName.toLowerCase(), variables, text)
    return { query, variables: given }
  }
  const owner = OWNERS.get(typeName)
  if (!owner) throw new Error(`No way to a ${typeName} is known`)
  const { [owner.key]: whose, ...own } = given
  const { text, variables } = fieldCall(field, own)
  const query = operation(
    'query',
    [`$owner: ${owner.type}`, ...variables],
    `${owner.field}(${owner.key}: $owner) { ${
      owner.below === null ? text : `${owner.below} { ${text} }`
    } }`
  )
  return { query, variables: { ...own, owner: whose } }
}
