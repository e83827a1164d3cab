/** An object as `JSON.parse` makes it. */
export type JsonObject = Readonly<Record<string, unknown>>

/** `typeof` alone lets lists and null pass. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
