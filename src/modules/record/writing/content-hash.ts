import { createHash } from 'node:crypto'

/** Keys in order and nothing that is null, so that a new column is no change. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  const held = Object.entries(value)
    .filter(([, part]) => part !== null && part !== undefined)
    .map(([name, part]): [string, unknown] => [name, canonical(part)])
  held.sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(held)
}

/** Digest of content as it came: equal means unchanged (Ruling R17). */
export const contentHash = (content: object): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(content)))
    .digest('base64url')
