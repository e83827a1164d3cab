import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import {
  createTokenVerifier,
  type TokenVerifier
} from '../../../src/modules/identity/token-verifier.ts'
import type { KeySource } from '../../../src/modules/identity/trusted-issuer.ts'
import { type JwksServer, startJwksServer } from './jwks-server.ts'
import {
  AUDIENCE,
  makeSigningKey,
  NOW,
  signed,
  type SigningKey,
  STAFF_ISSUER,
  staffClaims
} from './signing.ts'

let key: SigningKey
let rotated: SigningKey

beforeEach(async () => {
  key = await makeSigningKey('ES256', 'first')
  rotated = await makeSigningKey('ES256', 'second')
})

const verifierFor = (keys: KeySource): TokenVerifier =>
  createTokenVerifier({
    clock: () => NOW,
    remoteKeys: { timeoutMilliseconds: 250, cooldownMilliseconds: 0 },
    issuers: [
      { issuer: STAFF_ISSUER, kind: 'staff', audience: [AUDIENCE], keys }
    ]
  })

const outcomeOf = async (
  verifier: TokenVerifier,
  signer: SigningKey
): Promise<string> => {
  const verified = await verifier.verify(await signed(signer, staffClaims))
  return verified.ok ? verified.value.kind : verified.error.reason
}

const UNAVAILABLE = {
  ok: false,
  error: { reason: 'KEYS_UNAVAILABLE', kind: 'UNAVAILABLE' }
}

describe('keys behind a URL', () => {
  let server: JwksServer
  let verifier: TokenVerifier

  beforeEach(async () => {
    server = await startJwksServer({ keys: [key.publicJwk] })
    verifier = verifierFor({ from: 'url', url: server.url })
  })

  afterEach(() => server.close())

  it('verify a token', async () => {
    expect(await outcomeOf(verifier, key)).toBe('practice-staff')
  })

  it.each(['hanging-up', 'failing', 'silent'] as const)(
    'are unavailable while the endpoint is %s, and come back with it',
    async (mood) => {
      server.mood = mood
      const header = await signed(key, staffClaims)
      expect(await verifier.verify(header)).toMatchObject(UNAVAILABLE)
      server.mood = 'serving'
      expect(await outcomeOf(verifier, key)).toBe('practice-staff')
    }
  )

  it('stay known when the endpoint goes away', async () => {
    await outcomeOf(verifier, key)
    server.mood = 'hanging-up'
    expect(await outcomeOf(verifier, key)).toBe('practice-staff')
  })

  it('are fetched again when a token names a new one', async () => {
    await outcomeOf(verifier, key)
    expect(await outcomeOf(verifier, rotated)).toBe('TOKEN_SIGNATURE_INVALID')
    server.jwks = { keys: [key.publicJwk, rotated.publicJwk] }
    expect(await outcomeOf(verifier, rotated)).toBe('practice-staff')
  })
})

it('a port where nobody listens is unavailable, not a wrong token', async () => {
  const server = await startJwksServer({ keys: [key.publicJwk] })
  server.close()
  const verifier = verifierFor({ from: 'url', url: server.url })
  const header = await signed(key, staffClaims)
  expect(await verifier.verify(header)).toMatchObject(UNAVAILABLE)
})

describe('keys in a file', () => {
  let directory: string
  let path: string
  let verifier: TokenVerifier

  const publish = async (content: string): Promise<void> => {
    await writeFile(`${path}.new`, content)
    await rename(`${path}.new`, path)
  }

  const publishKeys = (...keys: SigningKey[]): Promise<void> =>
    publish(JSON.stringify({ keys: keys.map(({ publicJwk }) => publicJwk) }))

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'issuer-keys-'))
    path = join(directory, 'jwks.json')
    verifier = verifierFor({ from: 'file', path })
  })

  afterEach(() => rm(directory, { recursive: true }))

  it('are read again when the file was replaced', async () => {
    await publishKeys(key)
    expect(await outcomeOf(verifier, key)).toBe('practice-staff')
    await publishKeys(rotated)
    expect(await outcomeOf(verifier, key)).toBe('TOKEN_SIGNATURE_INVALID')
    expect(await outcomeOf(verifier, rotated)).toBe('practice-staff')
  })

  it('are unavailable until the file is there and right', async () => {
    expect(await outcomeOf(verifier, key)).toBe('KEYS_UNAVAILABLE')
    await publish('{"keys":')
    expect(await outcomeOf(verifier, key)).toBe('KEYS_UNAVAILABLE')
    await publish('[]')
    expect(await outcomeOf(verifier, key)).toBe('KEYS_UNAVAILABLE')
    await publishKeys(key)
    expect(await outcomeOf(verifier, key)).toBe('practice-staff')
  })
})
