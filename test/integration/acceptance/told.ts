/** What either interface says of a patient's record; lists in sorted order. */
export interface Told {
  /** Of allergies, medicines and their issues. */
  readonly ids: readonly string[]
  /** Names of allergies and medicines. */
  readonly entries: readonly string[]
  /** Free text of allergies, medicines and their issues. */
  readonly notes: readonly string[]
  /** The branch surgery, which is outside the summary. */
  readonly branch: string | null
  /** Whether areas that need the detailed record are open. */
  readonly codedAreas: boolean
}

/** As GraphQL names it. */
export type Refused = 'FORBIDDEN' | 'NOT_FOUND'

const REFUSALS: ReadonlyMap<unknown, Refused> = new Map<unknown, Refused>([
  ['FORBIDDEN', 'FORBIDDEN'],
  ['NOT_FOUND', 'NOT_FOUND'],
  [403, 'FORBIDDEN'],
  [404, 'NOT_FOUND']
])

/** The refusal that a code of GraphQL or a status of REST stands for. */
export const refusal = (said: unknown): Refused => {
  const refused = REFUSALS.get(said)
  if (refused) return refused
  throw new Error(`Neither answered nor refused: ${String(said)}`)
}

interface Code {
  readonly text?: string | null
  readonly coding?: readonly { readonly display?: string | null }[]
}

export const nameOf = (code: Code | undefined): string =>
  code?.text ?? code?.coding?.[0]?.display ?? ''

/** What is said of it, without what is not. */
export const said = (texts: readonly (string | null | undefined)[]): string[] =>
  texts.filter((text) => typeof text === 'string').toSorted()
