import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import {
  createTestDatabase,
  type TestDatabase
} from '../../support/database.ts'
import {
  createDatabaseGate,
  type DatabaseGate
} from '../../support/database-gate.ts'
import {
  startServerProcess,
  type ServerProcess
} from '../../support/server-process.ts'

const ISSUER = 'https://identity.example'
const AUDIENCE = 'gp-connect-bff'

let database: TestDatabase
let gate: DatabaseGate
let directory: string
let env: Record<string, string>
let token: string

/** A real key pair: its public half in a file, a staff token from the other. */
const makeIssuer = async (): Promise<string> => {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const file = join(directory, 'jwks.json')
  const key = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' }
  await writeFile(file, JSON.stringify({ keys: [key] }))
  token = await new SignJWT({
    org_code: 'A81001',
    user_id: '999000000011',
    role_profile_id: '999000000011',
    roles: ['RECEPTIONIST']
  })
    .setProtectedHeader({ alg: 'ES256', kid: 'one' })
    .setSubject('999000000011')
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setExpirationTime('5m')
    .sign(privateKey)
  return file
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gp-connect-bff-production-'))
  database = await createTestDatabase()
  gate = await createDatabaseGate(database.applicationUrl)
  const jwks = await makeIssuer()
  env = {
    NODE_ENV: 'production',
    DATABASE_URL: gate.through(database.applicationUrl),
    MIGRATION_DATABASE_URL: gate.through(database.migrationUrl),
    AUDIT_KEY: randomBytes(32).toString('base64'),
    AUDIT_CHECKPOINT_FILE: join(directory, 'checkpoint.json'),
    TRUSTED_ISSUERS: JSON.stringify({
      [ISSUER]: { jwks, kind: 'staff', audience: AUDIENCE }
    })
  }
})
afterAll(async () => {
  await gate.close()
  await database.drop()
  await rm(directory, { recursive: true, force: true })
})

const readiness = async (server: ServerProcess): Promise<number> =>
  (await fetch(`${await server.url}/readyz`)).status

/** Asks until the answer is the wanted one; the test's time limit ends it. */
const becomes = async (server: ServerProcess, status: number) => {
  while ((await readiness(server)) !== status) {
    await new Promise((resolve) => setImmediate(resolve))
  }
}

const askGraph = async (server: ServerProcess, query: string) => {
  const response = await fetch(`${await server.url}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json'
    },
    body: JSON.stringify({ query })
  })
  return response.json()
}

describe('a server in production', () => {
  it('refuses to start without database, issuers and audit key, naming all', async () => {
    const server = await startServerProcess({ NODE_ENV: 'production' })
    expect(await server.exitCode).toBe(1)
    expect(server.output()).toMatch(/DATABASE_URL/)
    expect(server.output()).toMatch(/TRUSTED_ISSUERS/)
    expect(server.output()).toMatch(/AUDIT_KEY/)
  })

  it('refuses a role that owns the audit, and names what to set', async () => {
    const { MIGRATION_DATABASE_URL: owner = '', ...oneRole } = env
    const server = await startServerProcess({ ...oneRole, DATABASE_URL: owner })
    expect(await server.exitCode).toBe(1)
    expect(server.output()).toMatch(/MIGRATION_DATABASE_URL/)
    expect(server.output()).toMatch(/application role/)
  })

  it('serves the built files, seeds nothing, and stops when asked', async () => {
    const server = await startServerProcess(env)
    await becomes(server, 200)
    expect(await askGraph(server, '{ viewer { kind } }')).toEqual({
      data: { viewer: { kind: 'PRACTICE_STAFF' } }
    })
    expect(
      await askGraph(server, '{ practice(odsCode: "A81001") { name } }')
    ).toMatchObject({
      data: { practice: null },
      errors: [{ extensions: { code: 'NOT_FOUND' } }]
    })
    server.stop()
    expect(await server.exitCode).toBe(0)
    expect(server.output()).not.toContain(token)
    expect(server.output()).not.toContain(env['AUDIT_KEY'])
  })

  it('started before its database, becomes ready by itself', async () => {
    await gate.shut()
    const server = await startServerProcess(env)
    expect(await readiness(server)).toBe(503)
    await gate.open()
    await becomes(server, 200)
    server.stop()
    expect(await server.exitCode).toBe(0)
  })
})

it('outside production, a role that owns the audit is warned of', async () => {
  const own = await createTestDatabase()
  const server = await startServerProcess({
    NODE_ENV: 'test',
    DATA_DIR: directory,
    DATABASE_URL: own.migrationUrl
  })
  await becomes(server, 200)
  server.stop()
  expect(await server.exitCode).toBe(0)
  expect(server.output()).toMatch(/"level":40\D.*MIGRATION_DATABASE_URL/)
  await own.drop()
})
