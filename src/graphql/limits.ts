import type { ApolloServerPlugin } from '@apollo/server'
import {
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  validate,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode
} from 'graphql'
import {
  fieldExtensionsEstimator,
  getComplexity,
  simpleEstimator
} from 'graphql-query-complexity/cjs'
import { canIntrospect } from '../policy/graph-access.ts'
import type { GraphContext } from './types/context.ts'

export const MAX_DEPTH = 10
export const MAX_ALIASES = 15
export const MAX_COMPLEXITY = 10_000
/** Tokens of one document, counted before it is parsed any further. */
export const MAX_TOKENS = 2_000

interface Shape {
  depth: number
  aliases: number
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

const shapeOf = (
  selections: SelectionSetNode | undefined,
  fragments: Fragments
): Shape => {
  const shape: Shape = { depth: 0, aliases: 0 }
  for (const selection of selections?.selections ?? []) {
    const isField = selection.kind === Kind.FIELD
    if (isField && selection.name.value.startsWith('__')) continue
    const below =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? fragments.get(selection.name.value)?.selectionSet
        : selection.selectionSet
    const inner = shapeOf(below, fragments)
    shape.depth = Math.max(shape.depth, inner.depth + (isField ? 1 : 0))
    shape.aliases += inner.aliases + (isField && selection.alias ? 1 : 0)
  }
  return shape
}

/** Depth and aliases of a validated document (so without fragment cycles). */
const documentShape = (document: DocumentNode): Shape => {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION
        ? [[definition.name.value, definition] as const]
        : []
    )
  )
  const shapes = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? [shapeOf(definition.selectionSet, fragments)]
      : []
  )
  return {
    depth: Math.max(0, ...shapes.map(({ depth }) => depth)),
    aliases: shapes.reduce((sum, { aliases }) => sum + aliases, 0)
  }
}

const tooCostly = (what: string, limit: number): GraphQLError =>
  new GraphQLError(`The operation is too costly: ${what} above ${limit}`, {
    extensions: { code: 'QUERY_TOO_COSTLY', limit, http: { status: 400 } }
  })

const introspectionRefused = (): GraphQLError =>
  new GraphQLError('Introspection is for practice staff only', {
    extensions: { code: 'FORBIDDEN', http: { status: 403 } }
  })

/** Refuses operations by shape and cost before anything is resolved. */
export const operationLimits = (settings: {
  production: boolean
}): ApolloServerPlugin<GraphContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({
      document,
      schema,
      request,
      contextValue
    }) => {
      const introspects =
        validate(schema, document, [NoSchemaIntrospectionCustomRule]).length > 0
      if (
        introspects &&
        !canIntrospect(contextValue.viewer, settings).allowed
      ) {
        throw introspectionRefused()
      }
      const { depth, aliases } = documentShape(document)
      if (depth > MAX_DEPTH) throw tooCostly('depth', MAX_DEPTH)
      if (aliases > MAX_ALIASES) throw tooCostly('aliases', MAX_ALIASES)
      const cost = complexityOf({ schema, document, request })
      if (cost > MAX_COMPLEXITY) throw tooCostly('cost', MAX_COMPLEXITY)
    }
  })
})

type Operation = Parameters<typeof getComplexity>[0]

/** Variables that do not fit are left for the executor to answer. */
const complexityOf = (options: {
  schema: Operation['schema']
  document: DocumentNode
  request: { operationName?: string; variables?: Record<string, unknown> }
}): number => {
  try {
    return getComplexity({
      schema: options.schema,
      query: options.document,
      operationName: options.request.operationName,
      variables: options.request.variables ?? {},
      estimators: [
        fieldExtensionsEstimator(),
        simpleEstimator({ defaultComplexity: 1 })
      ]
    })
  } catch {
    return 0
  }
}
