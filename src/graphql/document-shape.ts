import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode
} from 'graphql'

/** How large a document is once each fragment stands where it is spread. */
export interface Shape {
  readonly depth: number
  readonly aliases: number
  /** May be `Infinity`: fragments can double it two thousand times. */
  readonly selections: number
}

const NOTHING: Shape = { depth: 0, aliases: 0, selections: 0 }

const beside = (one: Shape, other: Shape): Shape => ({
  depth: Math.max(one.depth, other.depth),
  aliases: one.aliases + other.aliases,
  selections: one.selections + other.selections
})

/** Introspection has a limit of depth of its own, in graphql-js. */
const depthOf = (name: string, below: number): number =>
  name.startsWith('__') ? 0 : below + 1

const fragmentsOf = (
  document: DocumentNode
): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION
        ? [[definition.name.value, definition] as const]
        : []
    )
  )

/**
 * Shape of all operations of a document. Each fragment is measured once, so
 * the time taken grows with the text and not with what it expands to; a
 * fragment inside itself adds nothing.
 */
export const documentShape = (document: DocumentNode): Shape => {
  const fragments = fragmentsOf(document)
  const measured = new Map<string, Shape>()

  const ofFragment = (name: string): Shape => {
    const known = measured.get(name)
    if (known) return known
    measured.set(name, NOTHING)
    const shape = ofSet(fragments.get(name)?.selectionSet)
    measured.set(name, shape)
    return shape
  }

  const ofSelection = (selection: SelectionNode): Shape => {
    const below =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? ofFragment(selection.name.value)
        : ofSet(selection.selectionSet)
    const selections = below.selections + 1
    if (selection.kind !== Kind.FIELD) return { ...below, selections }
    return {
      depth: depthOf(selection.name.value, below.depth),
      aliases: below.aliases + (selection.alias ? 1 : 0),
      selections
    }
  }

  const ofSet = (set: SelectionSetNode | undefined): Shape =>
    (set?.selections ?? []).map(ofSelection).reduce(beside, NOTHING)

  return document.definitions
    .map((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? ofSet(definition.selectionSet)
        : NOTHING
    )
    .reduce(beside, NOTHING)
}
