import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql'

/** Names of the fields asked for right below the one being resolved. */
export const selectedFields = ({
  fieldNodes,
  fragments
}: GraphQLResolveInfo): ReadonlySet<string> => {
  const names = new Set<string>()
  const visit = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value)
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        visit(selection.selectionSet)
      } else visit(fragments[selection.name.value]?.selectionSet)
    }
  }
  for (const { selectionSet } of fieldNodes) visit(selectionSet)
  return names
}
