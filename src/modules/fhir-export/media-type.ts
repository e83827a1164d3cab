/** What this server reads and writes; a client may name it either way. */
const JSON_TYPES = ['application/fhir+json', 'application/json']

const ANYTHING = ['application/*', '*/*']

interface MediaType {
  readonly name: string
  readonly parameters: ReadonlyMap<string, string>
}

const toMediaType = (text: string): MediaType => {
  const [name = '', ...parameters] = text
    .split(';')
    .map((part) => part.trim().toLowerCase())
  return {
    name,
    parameters: new Map(
      parameters.map((parameter) => {
        const [key = '', value = ''] = parameter.split('=')
        return [key.trim(), value.trim().replaceAll('"', '')] as const
      })
    )
  }
}

const isRefused = ({ parameters }: MediaType): boolean =>
  Number(parameters.get('q') ?? '1') === 0

/** `_format` as codes or media types; a query turns plus signs into spaces. */
const isJsonFormat = (format: unknown): boolean => {
  if (typeof format !== 'string') return false
  const { name } = toMediaType(format.trim().replaceAll(' ', '+'))
  return name === 'json' || JSON_TYPES.includes(name)
}

/**
 * Whether the answer may be JSON (Access Record digest section 1.2): `_format`
 * goes before `Accept`; with neither, it may.
 */
export const wantsJson = (options: {
  format: unknown
  accept: string | undefined
}): boolean => {
  const { format, accept } = options
  if (format !== undefined) return isJsonFormat(format)
  if (accept === undefined || accept.trim() === '') return true
  return accept
    .split(',')
    .map(toMediaType)
    .some(
      (type) =>
        [...JSON_TYPES, ...ANYTHING].includes(type.name) && !isRefused(type)
    )
}

/** Whether a body with this `Content-Type` can be read; none is JSON. */
export const isReadableType = (contentType: string | undefined): boolean => {
  if (contentType === undefined) return true
  const { name, parameters } = toMediaType(contentType)
  const charset = parameters.get('charset') ?? 'utf-8'
  return JSON_TYPES.includes(name) && ['utf-8', 'utf8'].includes(charset)
}
