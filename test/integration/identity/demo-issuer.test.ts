import {
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { fastify, type FastifyInstance } from 'fastify'
import {
  createDemoIssuer,
  type DemoIssuer
} from '../../../src/modules/identity/demo-issuer.ts'
import type { DemoPersona } from '../../../src/modules/identity/demo-persona.ts'
import { demoIdentityRoutes } from '../../../src/modules/identity/identity.routes.ts'
import { createTokenVerifier } from '../../../src/modules/identity/token-verifier.ts'

const NOW = new Date('2026-03-01T12:00:00Z')

const manager: DemoPersona = {
  key: 'manager',
  label: 'Practice manager',
  description: 'May configure the practice.',
  kind: 'staff',
  userId: '656005750110',
  roleProfileId: '555254240110',
  odsCode: 'A81001',
  roles: ['RECEPTIONIST'],
  activityCodes: ['B0062']
}

const ada: DemoPersona = {
  key: 'ada',
  label: 'Ada',
  description: 'A patient.',
  kind: 'citizen',
  nhsNumber: '9991230017',
  identityProofingLevel: 'P9'
}

let directory: string
let keyFile: string

beforeEach(async () => {
  const parent = await mkdtemp(join(tmpdir(), 'demo-issuer-'))
  directory = join(parent, 'not', 'there', 'yet')
  keyFile = join(directory, 'demo-issuer.jwk.json')
})

afterEach(() => rm(join(directory, '../../..'), { recursive: true }))

const start = (now = NOW): Promise<DemoIssuer> =>
  createDemoIssuer({
    dataDirectory: directory,
    clock: () => now,
    production: false
  })

const outcomeOf = async (
  trusting: DemoIssuer,
  token: string,
  now = NOW
): Promise<unknown> => {
  const { verify } = createTokenVerifier({
    issuers: trusting.trustedIssuers,
    clock: () => now
  })
  const verified = await verify(`Bearer ${token}`)
  return verified.ok ? verified.value : verified.error.reason
}

describe('the key of the demo issuer', () => {
  it('is kept, so that a token still works after a restart', async () => {
    const token = await (await start()).issue(manager)
    expect(await outcomeOf(await start(), token)).toEqual({
      kind: 'practice-staff',
      userId: '656005750110',
      roleProfileId: '555254240110',
      odsCode: 'A81001',
      roles: ['RECEPTIONIST'],
      activityCodes: ['B0062'],
      permissions: new Set([
        'VIEW_CONFIGURATION',
        'CONFIGURE_PRACTICE',
        'VIEW_RECORD'
      ])
    })
  })

  it('can be read by its owner only, also when it was not so', async () => {
    await start()
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600)
    await writeFile(keyFile, await readFile(keyFile), { mode: 0o644 })
    await start()
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600)
  })

  it('is the same for all that start at once, and leaves no draft', async () => {
    const issuers = await Promise.all([start(), start(), start(), start()])
    const kids = issuers.map(({ jwks }) => jwks.keys[0]?.kid)
    expect(new Set(kids).size).toBe(1)
    expect(await readdir(directory)).toEqual(['demo-issuer.jwk.json'])
  })

  it('is refused with a hint when its file was damaged', async () => {
    await start()
    await writeFile(keyFile, '{"kty":"EC"}')
    await expect(start()).rejects.toThrow('delete it and start again')
  })

  it('does not exist in production', async () => {
    const starting = createDemoIssuer({
      dataDirectory: directory,
      clock: () => NOW,
      production: true
    })
    await expect(starting).rejects.toThrow('production')
    await expect(stat(keyFile)).rejects.toThrow('ENOENT')
  })

  it('is published without its private part', async () => {
    const { jwks } = await start()
    expect(Object.keys(jwks.keys[0] ?? {}).toSorted()).toEqual([
      'alg',
      'crv',
      'kid',
      'kty',
      'use',
      'x',
      'y'
    ])
  })
})

describe('a demo token', () => {
  it('of a citizen stands for that patient', async () => {
    const issuer = await start()
    expect(await outcomeOf(issuer, await issuer.issue(ada))).toEqual({
      kind: 'patient',
      nhsNumber: '9991230017',
      identityProofingLevel: 'P9'
    })
  })

  it('lasts twelve hours, or as long as was asked', async () => {
    const issuer = await start()
    const usual = await issuer.issue(ada)
    const short = await issuer.issue(ada, { lifetimeSeconds: 60 })
    const after = (minutes: number) =>
      new Date(NOW.getTime() + minutes * 60_000)
    expect(await outcomeOf(issuer, usual, after(719))).toMatchObject({
      kind: 'patient'
    })
    expect(await outcomeOf(issuer, usual, after(721))).toBe('TOKEN_EXPIRED')
    expect(await outcomeOf(issuer, short, after(2))).toBe('TOKEN_EXPIRED')
  })
})

describe('the demo routes', () => {
  let app: FastifyInstance
  let issuer: DemoIssuer

  beforeEach(async () => {
    issuer = await start()
    app = fastify()
    await app.register(demoIdentityRoutes({ issuer, personas: [manager, ada] }))
  })

  afterEach(() => app.close())

  it('list the personas without their identifiers', async () => {
    const response = await app.inject('/demo/personas')
    expect(response.headers['cache-control']).toBe('no-store')
    expect(response.json()).toEqual([
      {
        key: 'manager',
        label: 'Practice manager',
        description: 'May configure the practice.',
        kind: 'staff'
      },
      { key: 'ada', label: 'Ada', description: 'A patient.', kind: 'citizen' }
    ])
  })

  it('give a token that works for a persona', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/demo/token',
      body: { persona: 'ada' }
    })
    const { token, expiresInSeconds } = response.json()
    expect(expiresInSeconds).toBe(43_200)
    expect(response.headers['cache-control']).toBe('no-store')
    expect(await outcomeOf(issuer, token)).toMatchObject({ kind: 'patient' })
  })

  it('know no other persona', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/demo/token',
      body: { persona: 'toString' }
    })
    expect(response.statusCode).toBe(404)
    expect(response.json()).toMatchObject({
      error: { code: 'UNKNOWN_PERSONA' }
    })
  })

  it.each([
    [400, 'application/json', '{'],
    [400, 'application/json', '{"persona":7}'],
    [400, 'application/json', 'null'],
    [415, 'application/xml', '<persona/>']
  ])('answer %d to %s %j', async (status, contentType, body) => {
    const response = await app.inject({
      method: 'POST',
      url: '/demo/token',
      headers: { 'content-type': contentType },
      body
    })
    expect(response.statusCode).toBe(status)
    expect(response.json()).toMatchObject({
      error: { code: 'INVALID_REQUEST' }
    })
  })

  it('publish the keys for other services to verify with', async () => {
    const response = await app.inject('/demo/jwks.json')
    expect(response.json()).toEqual(issuer.jwks)
  })
})
