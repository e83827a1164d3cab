import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { accepted, clientWith, openDesk } from '../../support/access.ts'
import {
  createTestDatabase,
  type TestDatabase
} from '../../support/database.ts'
import { ELM_TREE, NHS_NUMBERS } from '../../support/people.ts'
import {
  startServerProcess,
  type ServerProcess
} from '../../support/server-process.ts'
import { runCli, type CliAnswer } from './cli-process.ts'
import { connectMigrator, type Migrator } from './migrator.ts'

type Environment = Record<string, string>

let directory: string
const started: ServerProcess[] = []
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gp-connect-bff-verify-'))
  // The embedded database runs as another user when this one is root.
  await chmod(directory, 0o755)
})
afterAll(async () => {
  for (const server of started) server.stop()
  await Promise.all(started.map(({ exitCode }) => exitCode))
  await rm(directory, { recursive: true, force: true })
})

/** Ends with the tests at the latest. */
const serve = async (env: Environment): Promise<ServerProcess> => {
  const server = await startServerProcess(env)
  started.push(server)
  return server
}

const verify = (env: Environment) => runCli(env, 'audit', 'verify')

const deskAt = async (url: string, env: Environment) => {
  const { lines } = await runCli(env, 'token', '--as', 'gp')
  return clientWith(url, lines.join(''))
}

/** A change and a read, through the server at this address. */
const work = async (url: string, env: Environment, enabled: boolean) => {
  const gp = await deskAt(url, env)
  accepted(await openDesk(gp).setOnlineServices('ada', enabled))
  await gp.PatientRecord({ nhsNumber: NHS_NUMBERS.ben })
}

const rowsIn = (rows: number) => `${rows} ${rows === 1 ? 'row' : 'rows'}`

/** Without the line of the checkpoint, which has times in it. */
const chainLines = ({ lines }: CliAnswer) =>
  lines.filter((line) => !line.startsWith('checkpoint: '))

/** After so many times of `work`, which reads demographics and a record. */
const soundAfter = (times: number) => [
  `${ELM_TREE} changes: ok, ${rowsIn(times)}`,
  `${ELM_TREE} reads: ok, ${rowsIn(2 * times)}`,
  'B82002 changes: ok, 0 rows',
  'B82002 reads: ok, 0 rows'
]

describe('npm run cli -- audit verify', () => {
  let database: TestDatabase
  let migrator: Migrator
  let env: Environment
  beforeAll(async () => {
    database = await createTestDatabase()
    migrator = await connectMigrator(database)
    env = {
      NODE_ENV: 'test',
      DATA_DIR: join(directory, 'given'),
      DATABASE_URL: database.applicationUrl,
      MIGRATION_DATABASE_URL: database.migrationUrl,
      AUDIT_KEY: randomBytes(32).toString('base64'),
      AUDIT_CHECKPOINT_FILE: join(directory, 'checkpoint.json')
    }
  })
  afterAll(async () => {
    await migrator.close()
    await database.drop()
  })

  it('finds all right while the server runs, and after it ended', async () => {
    const server = await serve(env)
    const url = await server.url
    await work(url, env, false)
    expect(await verify(env)).toMatchObject({ code: 0, complaints: '' })
    await work(url, env, true)
    server.stop()
    expect(await server.exitCode).toBe(0)
    const answer = await verify(env)
    expect(answer.code).toBe(0)
    expect(chainLines(answer)).toEqual(soundAfter(2))
    expect(answer.lines.at(-1)).toMatch(
      /^checkpoint: begun \S+Z, last written \S+Z$/
    )
  })

  it('fails for a checkpoint begun over older rows until it is accepted', async () => {
    const path = join(directory, 'begun-late.json')
    const late = { ...env, AUDIT_CHECKPOINT_FILE: path }
    const accept = () => runCli(late, 'audit', 'accept-checkpoint')
    expect(await accept()).toMatchObject({ code: 1, lines: [] })
    const server = await serve(late)
    await server.url
    server.stop()
    expect(await server.exitCode).toBe(0)
    const { code, lines } = await verify(late)
    expect(code).toBe(1)
    expect(lines).toEqual([
      `${ELM_TREE} changes: row 2 and those before it were there before the checkpoint was begun`,
      `${ELM_TREE} reads: row 4 and those before it were there before the checkpoint was begun`,
      'B82002 changes: ok, 0 rows',
      'B82002 reads: ok, 0 rows',
      expect.stringMatching(/, which nobody has accepted$/)
    ])
    expect(await accept()).toMatchObject({ code: 0 })
    const after = await verify(late)
    expect(after.code).toBe(0)
    expect(chainLines(after)).toEqual(soundAfter(2))
    expect(after.lines.at(-1)).toMatch(/, accepted \S+Z$/)
  })

  it('says the first bad row of each chain, and fails', async () => {
    await migrator.run("update audit_event set reason = 'Other' where seq = 2")
    await migrator.run('delete from audit_read where seq = 2')
    const answer = await verify(env)
    expect(answer.code).toBe(1)
    expect(chainLines(answer)).toEqual([
      `${ELM_TREE} changes: row 2 is not what was sealed there: edited, moved or put in`,
      `${ELM_TREE} reads: row 2 is missing`,
      'B82002 changes: ok, 0 rows',
      'B82002 reads: ok, 0 rows'
    ])
    expect(answer.complaints).toBe('')
  })

  it('fails with another key, and says no secret', async () => {
    const AUDIT_KEY = randomBytes(32).toString('base64')
    const { code, lines, complaints } = await verify({ ...env, AUDIT_KEY })
    expect(code).toBe(1)
    expect(lines[0]).toMatch(/^A81001 changes: row 1 is not what was sealed/)
    expect([...lines, complaints].join()).not.toContain(AUDIT_KEY)
  })

  it('fails when the database cannot be reached', async () => {
    const url = new URL(database.applicationUrl)
    url.port = '1'
    const { code, lines } = await verify({ ...env, DATABASE_URL: url.href })
    expect(code).toBe(1)
    expect(lines).toEqual([])
  })

  it('makes no key where there is none: that would prove nothing', async () => {
    const { AUDIT_KEY: _key, ...keyless } = env
    const DATA_DIR = join(directory, 'keyless')
    const { code, lines, complaints } = await verify({ ...keyless, DATA_DIR })
    expect(code).toBe(1)
    expect(lines).toEqual([])
    expect(complaints).toMatch(/There is no audit key/)
    expect(existsSync(DATA_DIR)).toBe(false)
  })

  it('knows no other word after audit', async () => {
    const { code, complaints } = await runCli(env, 'audit', 'forget')
    expect(code).toBe(2)
    expect(complaints).toMatch(/^Usage/)
  })
})

it('verifies the embedded demo, beside its server and without it', async () => {
  const env = { DATA_DIR: join(directory, 'embedded') }
  const server = await serve(env)
  const url = await server.url
  const expectSound = async () => {
    const answer = await verify(env)
    expect(answer.code).toBe(0)
    expect(chainLines(answer)).toEqual(soundAfter(1))
  }
  await work(url, env, false)
  await expectSound()
  server.stop()
  expect(await server.exitCode).toBe(0)
  await expectSound()
})
