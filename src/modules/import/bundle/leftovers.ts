import { keyedItems } from './element-path.ts'
import { isJsonObject } from './json-value.ts'

/** An element of which nothing was taken. */
export interface Leftover {
  readonly key: string
  readonly raw: unknown
}

interface Walked {
  readonly left: readonly Leftover[]
  readonly anyTaken: boolean
}

const partsOf = (
  key: string,
  raw: unknown
): readonly (readonly [string, unknown])[] =>
  Array.isArray(raw)
    ? keyedItems(key, raw)
    : isJsonObject(raw)
      ? Object.entries(raw).map(([name, part]) => [`${key}.${name}`, part])
      : []

const walk = (
  key: string,
  raw: unknown,
  taken: ReadonlySet<string>
): Walked => {
  if (taken.has(key)) return { left: [], anyTaken: true }
  if (raw === null || raw === undefined) return { left: [], anyTaken: false }
  if (typeof raw !== 'object') return { left: [{ key, raw }], anyTaken: false }
  const parts = partsOf(key, raw).map(([partKey, part]) =>
    walk(partKey, part, taken)
  )
  const left = parts.flatMap((part) => part.left)
  if (parts.some(({ anyTaken }) => anyTaken)) return { left, anyTaken: true }
  if (left.length === 0 || Array.isArray(raw)) return { left, anyTaken: false }
  return { left: [{ key, raw }], anyTaken: false }
}

/** Says nothing of the record, or is made anew when the record is sent. */
const BOOKKEEPING = [
  'resourceType',
  'id',
  'implicitRules',
  'language',
  'text',
  'meta.profile',
  'meta.versionId',
  'meta.lastUpdated'
]

/** Keys that count as taken from the start. */
export const bookkeepingOf = (type: string): Set<string> =>
  new Set(BOOKKEEPING.map((name) => `${type}.${name}`))

/**
 * What a mapper never read of a resource: the highest elements of which
 * nothing was taken, in the order they came.
 */
export const leftoversOf = (
  resource: unknown,
  type: string,
  taken: ReadonlySet<string>
): readonly Leftover[] =>
  partsOf(type, resource).flatMap(([key, part]) => walk(key, part, taken).left)
