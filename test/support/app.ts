import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MikroORM } from '@mikro-orm/postgresql'
import type { FastifyInstance } from 'fastify'
import { GraphQLClient } from 'graphql-request'
import { v7 as uuidv7 } from 'uuid'
import { createApp } from '../../src/app.ts'
import { createOrm } from '../../src/database/orm.ts'
import { deriveAuditKeys } from '../../src/modules/audit/audit-keys.ts'
import type { AuditSettings } from '../../src/modules/audit/audit-trail.service.ts'
import { toVerdictLine } from '../../src/modules/audit/verdict.ts'
import { verifyAuditChains } from '../../src/modules/audit/verify.service.ts'
import { DEMO_PERSONAS } from '../../src/database/seeders/demo-practice/personas.ts'
import {
  createDemoIssuer,
  type DemoIssuer
} from '../../src/modules/identity/demo-issuer.ts'
import type { DemoPersona } from '../../src/modules/identity/demo-persona.ts'
import {
  createTokenVerifier,
  type TokenVerifier
} from '../../src/modules/identity/token-verifier.ts'
import { prepareDatabase } from '../../src/prepare-database.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { getSdk, type Sdk } from './generated/sdk.ts'

/** The day the tests live in; tokens and ages are judged by it. */
export const TEST_NOW = new Date('2026-11-23T12:00:00Z')

export interface TestApp {
  readonly url: string
  readonly app: FastifyInstance
  readonly orm: MikroORM
  readonly database: TestDatabase
  /** What the audit is sealed with, for tests that verify it. */
  readonly audit: AuditSettings
  /** Every statement sent since the last `statements.length = 0`. */
  readonly statements: string[]
  tokenOf(persona: string): Promise<string>
  /** A token of somebody who is not in the demo. */
  issue(persona: DemoPersona): Promise<string>
  readonly ids: () => string
  /** A typed client acting as a persona, or as nobody. */
  clientOf(persona?: string): Promise<Sdk>
  setClock(now: Date): void
  close(): Promise<void>
}

export interface TestAppOptions {
  readonly seeded?: boolean
  readonly production?: boolean
  readonly citizenGraphql?: boolean
  /** For tests that tamper with the audit: closing does not verify it. */
  readonly tampering?: boolean
  /** The way to the database, for tests that take it away. */
  readonly through?: (url: string) => string
  /** What verified tokens grant, for tests that need what no role grants. */
  readonly granting?: (verifier: TokenVerifier) => TokenVerifier
}

const issueToken = async (issuer: DemoIssuer, key: string): Promise<string> => {
  const persona = DEMO_PERSONAS.find((known) => known.key === key)
  if (!persona) throw new Error(`No persona ${key}`)
  return issuer.issue(persona)
}

/** Ruling R33: after whatever a suite did, its audit is whole. */
const expectSoundAudit = async (
  orm: MikroORM,
  audit: AuditSettings
): Promise<void> => {
  const verdicts = await verifyAuditChains(orm.em, audit)
  const wrong = verdicts.filter(({ finding }) => finding !== null)
  if (wrong.length > 0) throw new Error(wrong.map(toVerdictLine).join('\n'))
}

/** The whole server on a database of its own, listening on loopback. */
export const startTestApp = async (
  options: TestAppOptions = {}
): Promise<TestApp> => {
  const {
    seeded = true,
    production = false,
    citizenGraphql = true,
    tampering = false,
    through = (url) => url,
    granting = (verifier) => verifier
  } = options
  const database = await createTestDatabase()
  const directory = await mkdtemp(join(tmpdir(), 'gp-connect-bff-app-'))
  const statements: string[] = []
  let now = TEST_NOW
  const clock = () => now
  const ids = () => uuidv7()
  const orm = await createOrm({
    url: through(database.applicationUrl),
    onStatement: (text) => statements.push(text)
  })
  await prepareDatabase({
    orm,
    migrationUrl: database.migrationUrl,
    applicationUrl: database.applicationUrl,
    clock,
    ids,
    demo: seeded
  })
  const issuer = await createDemoIssuer({
    dataDirectory: directory,
    clock,
    production: false
  })
  const audit: AuditSettings = {
    keys: deriveAuditKeys(createSecretKey(randomBytes(32))),
    checkpointFile: join(directory, 'audit', 'checkpoint.json')
  }
  const app = await createApp({
    orm,
    audit,
    clock,
    ids,
    production,
    citizenGraphql,
    logLevel: 'silent',
    verifier: granting(
      createTokenVerifier({ issuers: issuer.trustedIssuers, clock })
    ),
    graphiqlDirectory: production
      ? null
      : fileURLToPath(new URL('../../dist/graphiql', import.meta.url)),
    demo: production ? null : { issuer, personas: DEMO_PERSONAS }
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const tokenOf = (key: string) => issueToken(issuer, key)
  return {
    url,
    ids,
    issue: (persona) => issuer.issue(persona),
    app,
    orm,
    database,
    audit,
    statements,
    tokenOf,
    clientOf: async (persona) => {
      const headers: Record<string, string> = persona
        ? { authorization: `Bearer ${await tokenOf(persona)}` }
        : {}
      return getSdk(new GraphQLClient(`${url}/graphql`, { headers }))
    },
    setClock: (moment) => {
      now = moment
    },
    close: async () => {
      await app.close()
      try {
        if (!tampering) await expectSoundAudit(orm, audit)
      } finally {
        await orm.close(true)
        await database.drop()
        await rm(directory, { recursive: true, force: true })
      }
    }
  }
}
