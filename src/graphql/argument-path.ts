import { BREAK, Kind, visit, type ASTNode, type DocumentNode } from 'graphql'

const nameOf = (node: ASTNode): string[] => {
  if (node.kind === Kind.VARIABLE_DEFINITION) return [node.variable.name.value]
  return node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD
    ? [node.name.value]
    : []
}

/**
 * Names from an argument, or from a variable with a default, down to a value
 * written in the document; empty for a node that is not inside one.
 */
export const argumentPath = (
  document: DocumentNode,
  value: ASTNode
): string[] => {
  const names: string[] = []
  let path: string[] = []
  visit(document, {
    enter: (node) => {
      if (node === value) {
        path = [...names]
        return BREAK
      }
      names.push(...nameOf(node))
      return undefined
    },
    leave: (node) => {
      names.length -= nameOf(node).length
    }
  })
  return path
}
