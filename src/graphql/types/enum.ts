/** `{ A: 'A', B: 'B' }` of a list of names, as TypeGraphQL wants enums. */
export const enumOf = <Name extends string>(
  names: readonly Name[]
): { readonly [Key in Name]: Key } =>
  Object.fromEntries(names.map((name) => [name, name])) as {
    readonly [Key in Name]: Key
  }
