import type { DemoToken } from './demo-api.ts'

const NAMES = ['nhsNumber', 'odsCode'] as const

const parseObject = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { ...value }
      : undefined
  } catch {
    return undefined
  }
}

/**
 * The text of a variables editor, with the NHS number or ODS code in it
 * replaced by the one the token speaks for. Text that is not a JSON object, or
 * that names neither, comes back as it was.
 */
export const withOwnIdentifiers = (
  text: string,
  session: DemoToken
): string => {
  const variables = parseObject(text)
  if (!variables) return text
  const changed = NAMES.filter((name) => session[name] && name in variables)
  if (changed.length === 0) return text
  for (const name of changed) variables[name] = session[name]
  return JSON.stringify(variables, null, 2)
}
