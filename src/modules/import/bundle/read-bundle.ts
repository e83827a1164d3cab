import { open } from 'node:fs/promises'
import { err, ok, type Result } from '../../../vocabulary/result.ts'
import { findR4Sign } from './fhir-version.ts'
import { jsonErrorPosition } from './json-error-position.ts'
import { isDeeperThan, isJsonObject, memberOf } from './json-value.ts'

const MEGABYTE = 1024 * 1024
const LARGEST_FILE = 40 * MEGABYTE
const DEEPEST_NESTING = 100

/** Why a file was not even looked into; says nothing of what it holds. */
type Refusal = string

const megabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1)

/** The size is looked at first: a file too large is never in memory. */
const readBytes = async (path: string): Promise<Result<Buffer, Refusal>> => {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    return size > LARGEST_FILE
      ? err(
          `is ${megabytes(size)} MB; a Bundle may have ${megabytes(LARGEST_FILE)} MB at most`
        )
      : ok(await file.readFile())
  } finally {
    await file.close()
  }
}

const decode = (bytes: Buffer): Result<string, Refusal> => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.trimStart().startsWith('<')
      ? err('is XML or HTML; only FHIR in JSON is read')
      : ok(text)
  } catch {
    return err('is not text in UTF-8')
  }
}

const parse = (text: string): Result<unknown, Refusal> => {
  try {
    const json: unknown = JSON.parse(text)
    return isDeeperThan(json, DEEPEST_NESTING)
      ? err(`is nested deeper than ${DEEPEST_NESTING} levels`)
      : ok(json)
  } catch {
    const { line, column } = jsonErrorPosition(text)
    return err(`is not JSON: fault in line ${line}, column ${column}`)
  }
}

const described = (value: unknown): string =>
  typeof value === 'string' && /^[A-Za-z-]{1,40}$/.test(value)
    ? `"${value}"`
    : 'not given'

const checkBundle = (json: unknown): Result<object, Refusal> => {
  if (!isJsonObject(json)) return err('is JSON, but not an object')
  const resourceType = memberOf(json, 'resourceType')
  if (resourceType !== 'Bundle') {
    return err(
      `is not a FHIR Bundle: its resourceType is ${described(resourceType)}`
    )
  }
  const sign = findR4Sign(json)
  if (sign) return err(`is FHIR R4 (${sign}); GP Connect records are FHIR STU3`)
  const type = memberOf(json, 'type')
  return type === 'collection'
    ? ok(json)
    : err(
        `is a Bundle whose type is ${described(type)}; a structured record is a "collection"`
      )
}

/**
 * A Bundle of FHIR STU3 as JSON, or why the file is none. Nothing is known
 * yet of what the Bundle holds. Rejects only when the file cannot be read.
 */
export const readBundle = async (
  path: string
): Promise<Result<object, Refusal>> => {
  const bytes = await readBytes(path)
  if (!bytes.ok) return bytes
  const text = decode(bytes.value)
  if (!text.ok) return text
  const json = parse(text.value)
  return json.ok ? checkBundle(json.value) : json
}
