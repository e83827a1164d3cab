import type { ApolloServerPlugin } from '@apollo/server'
import {
  getVariableValues,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode
} from 'graphql'
import {
  fieldExtensionsEstimator,
  getComplexity,
  simpleEstimator,
  type ComplexityEstimator
} from 'graphql-query-complexity/cjs'
import { canIntrospect } from '../policy/graph-access.ts'
import { documentShape } from './document-shape.ts'
import { isInputError } from './input-errors.ts'
import type { GraphContext } from './types/context.ts'

const MAX_DEPTH = 10
const MAX_ALIASES = 15
/** Selections once each fragment stands where it is spread. */
const MAX_SELECTIONS = 5_000
const MAX_COMPLEXITY = 10_000
/** Tokens of one document, counted before it is parsed any further. */
export const MAX_TOKENS = 2_000

const tooCostly = (what: string, limit: number): GraphQLError =>
  new GraphQLError(`The operation is too costly: ${what} above ${limit}`, {
    extensions: { code: 'QUERY_TOO_COSTLY', limit, http: { status: 400 } }
  })

const introspectionRefused = (): GraphQLError =>
  new GraphQLError('Introspection is for practice staff only', {
    extensions: { code: 'FORBIDDEN', http: { status: 403 } }
  })

/** graphql-js leaves this to the executor, which would call it our fault. */
const noSuchRoot = (operation: string): GraphQLError =>
  new GraphQLError(`There is no ${operation} here`, {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } }
  })

/** Fails when a document, whatever it asks for, is too large or too deep. */
export const checkShape = (document: DocumentNode): void => {
  const { depth, aliases, selections } = documentShape(document)
  if (selections > MAX_SELECTIONS) {
    throw tooCostly('selections', MAX_SELECTIONS)
  }
  if (depth > MAX_DEPTH) throw tooCostly('depth', MAX_DEPTH)
  if (aliases > MAX_ALIASES) throw tooCostly('aliases', MAX_ALIASES)
}

interface Operation {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Record<string, unknown>
}

const declaredCost = fieldExtensionsEstimator()

/** A page of -1000 entries must not pay for the other fields. */
const positiveCost: ComplexityEstimator = (field) => {
  const cost = declaredCost(field)
  return typeof cost === 'number' ? Math.max(1, cost) : undefined
}

const refusedInput = ({ message, nodes }: GraphQLError): GraphQLError =>
  new GraphQLError(message, {
    ...(nodes ? { nodes } : {}),
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } }
  })

/** An operation whose cost cannot be told for its arguments is refused. */
const costOf = ({ schema, document, operation, variables }: Operation) => {
  try {
    return getComplexity({
      schema,
      query: document,
      ...(operation.name ? { operationName: operation.name.value } : {}),
      variables,
      estimators: [positiveCost, simpleEstimator({ defaultComplexity: 1 })]
    })
  } catch (error) {
    throw error instanceof GraphQLError && isInputError(error)
      ? refusedInput(error)
      : error
  }
}

/** The executor reads them by the same function, and tells all errors. */
const hasBadVariables = ({ schema, operation, variables }: Operation) =>
  getVariableValues(schema, operation.variableDefinitions ?? [], variables)
    .errors !== undefined

/** Refuses operations by shape and cost before anything is resolved. */
export const operationLimits = (settings: {
  production: boolean
}): ApolloServerPlugin<GraphContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async (asked) => {
      const { document, schema, contextValue } = asked
      checkShape(document)
      const introspects =
        validate(schema, document, [NoSchemaIntrospectionCustomRule]).length > 0
      if (
        introspects &&
        !canIntrospect(contextValue.viewer, settings).allowed
      ) {
        throw introspectionRefused()
      }
      // The executor answers that it does not know the operation's name.
      if (!asked.operation) return
      const { operation, request } = asked
      if (!schema.getRootType(operation.operation)) {
        throw noSuchRoot(operation.operation)
      }
      const variables = request.variables ?? {}
      const known = { schema, document, operation, variables }
      if (hasBadVariables(known)) return
      if (costOf(known) > MAX_COMPLEXITY) {
        throw tooCostly('cost', MAX_COMPLEXITY)
      }
    }
  })
})
