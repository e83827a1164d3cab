import {
  getArgumentValues,
  getVariableValues,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode
} from 'graphql'

/** One field of an operation's root, with the texts it was given. */
export interface RootField {
  readonly name: string
  argument(name: string): string | null
}

/** One operation that was asked for. */
export interface AskedOperation {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Readonly<Record<string, unknown>>
}

/** Values as the field itself got them: defaults filled in, and as scalars. */
const argumentsOf = (
  { schema, operation, variables }: AskedOperation,
  node: FieldNode
): Readonly<Record<string, unknown>> => {
  const root = schema.getRootType(operation.operation)
  const field = root?.getFields()[node.name.value]
  if (!field) return {}
  const definitions = operation.variableDefinitions ?? []
  const { coerced } = getVariableValues(schema, definitions, variables)
  return coerced ? getArgumentValues(field, node, coerced) : {}
}

const toRootField = (asked: AskedOperation, node: FieldNode): RootField => {
  const values = argumentsOf(asked, node)
  return {
    name: node.name.value,
    argument: (name) => {
      const value = values[name]
      return typeof value === 'string' ? value : null
    }
  }
}

/** The root's fields by the key they have in the answer. */
export const rootFields = (
  asked: AskedOperation
): ReadonlyMap<string, RootField> => {
  const { document, operation } = asked
  const fields = new Map<string, RootField>()
  const visit = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value
        fields.set(key, toRootField(asked, selection))
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        visit(selection.selectionSet)
      } else {
        const name = selection.name.value
        const fragment = document.definitions.find(
          (one) =>
            one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name
        )
        if (fragment?.kind === Kind.FRAGMENT_DEFINITION) {
          visit(fragment.selectionSet)
        }
      }
    }
  }
  visit(operation.selectionSet)
  return fields
}
