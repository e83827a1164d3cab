import {
  chmod,
  link,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  writeFile
} from 'node:fs/promises'
import { join } from 'node:path'
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose'
import { z } from 'zod'

const FILE_NAME = 'demo-issuer.jwk.json'
const OWNER_ONLY = 0o600

const ecPrivateJwk = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string(),
  alg: z.literal('ES256'),
  use: z.literal('sig')
})

/** The demo issuer's key pair (P-256) as one private JWK. */
export type DemoKey = z.infer<typeof ecPrivateJwk>

const makeKey = async (): Promise<object> => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(privateKey)
  const kid = await calculateJwkThumbprint(jwk)
  return { ...jwk, kid, alg: 'ES256', use: 'sig' }
}

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === code

/**
 * A hard link appears whole or not at all, and only one of two processes that
 * start at once can make it; the other takes the first one's key.
 */
const storeKeyOnce = async (directory: string, path: string): Promise<void> => {
  await mkdir(directory, { recursive: true })
  const workshop = await mkdtemp(join(directory, '.demo-issuer-'))
  try {
    const draft = join(workshop, FILE_NAME)
    const content = `${JSON.stringify(await makeKey())}\n`
    await writeFile(draft, content, { mode: OWNER_ONLY, flush: true })
    await link(draft, path)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

const findText = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

const parseKey = (text: string): DemoKey => {
  try {
    return ecPrivateJwk.parse(JSON.parse(text))
  } catch {
    throw new Error(
      `${FILE_NAME} in DATA_DIR is not a key of the demo issuer: delete it and start again`
    )
  }
}

/** The key of `directory`, made there on first use, readable by its owner. */
export const getDemoKey = async (directory: string): Promise<DemoKey> => {
  const path = join(directory, FILE_NAME)
  let text = await findText(path)
  if (text === undefined) {
    await storeKeyOnce(directory, path)
    text = await readFile(path, 'utf8')
  }
  await chmod(path, OWNER_ONLY)
  return parseKey(text)
}
