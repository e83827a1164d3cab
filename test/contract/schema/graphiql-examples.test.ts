import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import {
  buildSchema,
  type DocumentNode,
  getVariableValues,
  type GraphQLError,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate
} from 'graphql'
import { EXAMPLES } from '../../../src/web/graphiql/examples.ts'

const schema = buildSchema(
  readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8')
)

const listOperations = (document: DocumentNode): OperationDefinitionNode[] =>
  document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION
  )

const listVariableErrors = (
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>
): readonly GraphQLError[] =>
  listOperations(document).flatMap((operation) => {
    const definitions = operation.variableDefinitions ?? []
    return getVariableValues(schema, definitions, variables).errors ?? []
  })

describe('the example operations of GraphiQL', () => {
  it.each(EXAMPLES)('"$name" is valid', ({ query, variables }) => {
    const document = parse(query)

    expect(validate(schema, document)).toEqual([])
    expect(listVariableErrors(document, variables)).toEqual([])
  })

  it.each(EXAMPLES)('"$name" uses every variable it brings', (example) => {
    const declared = listOperations(parse(example.query)).flatMap(
      ({ variableDefinitions }) =>
        variableDefinitions?.map(({ variable }) => variable.name.value) ?? []
    )

    expect(Object.keys(example.variables).toSorted()).toEqual(
      declared.toSorted()
    )
  })

  it('have names of their own', () => {
    const names = EXAMPLES.map(({ name }) => name)

    expect(new Set(names).size).toBe(names.length)
  })
})
