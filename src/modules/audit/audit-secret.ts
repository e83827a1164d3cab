import { createSecretKey, generateKeySync, type KeyObject } from 'node:crypto'
import {
  link,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  stat,
  writeFile
} from 'node:fs/promises'
import { join } from 'node:path'

/** Where the audit's secret comes from. */
export type AuditKeySource =
  | { readonly from: 'value'; readonly key: KeyObject }
  /** A file with the secret in base64. */
  | { readonly from: 'file'; readonly path: string }
  /** Made in the data directory when first needed: not for production. */
  | { readonly from: 'data-directory' }

/** As many bytes as the seals have. */
const MIN_BYTES = 32
const OWNER_ONLY = 0o600
const OTHERS = 0o077

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

/** The secret of its base64, or null when it is none or too short. */
export const parseAuditKey = (text: string): KeyObject | null => {
  if (!BASE64.test(text)) return null
  const bytes = Buffer.from(text, 'base64')
  return bytes.length < MIN_BYTES ? null : createSecretKey(bytes)
}

const hasCode = (error: unknown, code: string): boolean =>
  Object(error).code === code

/** Of those who start at once one makes it, and the others take it. */
const makeFile = async (directory: string, path: string): Promise<void> => {
  await mkdir(directory, { recursive: true })
  const folder = await mkdtemp(join(directory, 'draft-'))
  const draft = join(folder, 'key')
  try {
    const secret = generateKeySync('hmac', { length: MIN_BYTES * 8 })
    const text = `${secret.export().toString('base64')}\n`
    await writeFile(draft, text, { mode: OWNER_ONLY, flush: true })
    await link(draft, path)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const readKeyFile = async (
  path: string,
  say: (line: string) => void
): Promise<KeyObject> => {
  const key = parseAuditKey((await readFile(path, 'utf8')).trim())
  if (!key) {
    throw new Error(
      'The audit key file must hold at least 32 random bytes in base64'
    )
  }
  const { mode } = await stat(path)
  if ((mode & OTHERS) !== 0) {
    say('The audit key file can be read by others than its owner')
  }
  return key
}

/**
 * The secret itself; rejects, without naming it, when there is none. `make`
 * allows one to be made in the data directory: not for who only verifies,
 * since a new key proves nothing.
 */
export const getAuditSecret = async (
  source: AuditKeySource,
  options: { dataDirectory: string; make: boolean; say: (line: string) => void }
): Promise<KeyObject> => {
  if (source.from === 'value') return source.key
  if (source.from === 'file') return readKeyFile(source.path, options.say)
  const directory = join(options.dataDirectory, 'audit')
  const path = join(directory, 'key')
  const exists = await stat(path).then(
    () => true,
    () => false
  )
  if (!exists && !options.make) {
    throw new Error('There is no audit key, so there is nothing to verify with')
  }
  if (!exists) await makeFile(directory, path)
  return readKeyFile(path, options.say)
}
