import { readFile, stat } from 'node:fs/promises'
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTVerifyGetKey
} from 'jose'
import type { KeySource } from './trusted-issuer.ts'

/** The issuer's key set cannot be had: no verdict on any token is possible. */
export class KeysUnavailable extends Error {
  constructor(cause: unknown) {
    super('issuer keys unavailable', { cause })
    this.name = 'KeysUnavailable'
  }
}

export interface RemoteKeyOptions {
  /** Default 3000. */
  readonly timeoutMilliseconds?: number
  /** Least time between two fetches for an unknown key id; default 30000. */
  readonly cooldownMilliseconds?: number
}

const isKeySet = (value: unknown): value is JSONWebKeySet =>
  typeof value === 'object' &&
  value !== null &&
  'keys' in value &&
  Array.isArray(value.keys)

const readKeySet = async (path: string): Promise<JSONWebKeySet> => {
  const content: unknown = JSON.parse(await readFile(path, 'utf8'))
  if (!isKeySet(content)) throw new Error('the file is not a JWK set')
  return content
}

/** Keys are rotated by replacing the file; no restart is needed. */
const createFileKeys = (path: string): JWTVerifyGetKey => {
  let loaded: { version: string; keys: JWTVerifyGetKey } | undefined
  return async (header, token) => {
    const { mtimeNs, size, ino } = await stat(path, { bigint: true })
    const version = `${mtimeNs}/${size}/${ino}`
    if (loaded?.version !== version) {
      loaded = { version, keys: createLocalJWKSet(await readKeySet(path)) }
    }
    return loaded.keys(header, token)
  }
}

const createKeys = (
  source: KeySource,
  { timeoutMilliseconds, cooldownMilliseconds }: RemoteKeyOptions
): JWTVerifyGetKey => {
  switch (source.from) {
    case 'url':
      return createRemoteJWKSet(new URL(source.url), {
        timeoutDuration: timeoutMilliseconds ?? 3000,
        cooldownDuration: cooldownMilliseconds ?? 30_000
      })
    case 'file':
      return createFileKeys(source.path)
    case 'memory':
      return createLocalJWKSet(source.jwks)
  }
}

const saysTokenIsWrong = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys

/**
 * A key resolver for jose. It tells "the token names no key of ours" (jose's
 * own errors) from "the keys cannot be read" (`KeysUnavailable`), and tries
 * to read them again at the next token.
 */
export const createIssuerKeys = (
  source: KeySource,
  options: RemoteKeyOptions = {}
): JWTVerifyGetKey => {
  const keys = createKeys(source, options)
  return async (header, token) => {
    try {
      return await keys(header, token)
    } catch (error) {
      throw saysTokenIsWrong(error) ? error : new KeysUnavailable(error)
    }
  }
}
