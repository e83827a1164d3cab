/** What JSON can hold, and PostgreSQL keep. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json }

/** PostgreSQL stores neither; each becomes the sign for what is unknown. */
const storableText = (text: string): string =>
  text.toWellFormed().replaceAll('\0', '\uFFFD')

const toJson = (value: unknown): Json => {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string') return storableText(value)
  if (typeof value === 'number') {
    // jsonb and JavaScript keep the same whole numbers, and no others surely.
    if (!Number.isSafeInteger(value)) {
      throw new RangeError('An audit row holds whole numbers only')
    }
    return value
  }
  if (Array.isArray(value)) return value.map(toJson)
  return Object.fromEntries(
    Object.entries(Object(value)).map(([name, one]) => [
      storableText(name),
      toJson(one)
    ])
  )
}

/**
 * A value as it will be read back from a jsonb column: without what is
 * undefined, with dates as text. Throws RangeError for a fraction.
 */
export const storable = (value: unknown): Json => {
  const text = JSON.stringify(value)
  return text === undefined ? null : toJson(JSON.parse(text))
}

/** The same text for the same value, whatever the order of its members. */
export const canonicalText = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  // JSON would say null of a number that was edited to be out of range.
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, one]) => `${JSON.stringify(name)}:${canonicalText(one)}`)
  return `{${members.join(',')}}`
}

/**
 * Whether JSON as PostgreSQL writes it has a number that `storable` does not
 * let through, such as 1.00000000000000000001, which would be read as 1.
 */
export const hasForeignNumber = (json: string): boolean =>
  /\d(?:\.|\d{16})/.test(json.replaceAll(/"(?:[^"\\]|\\.)*"/g, ''))
