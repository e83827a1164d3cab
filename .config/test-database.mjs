import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  ensureDatabase,
  ensureLoginRole,
  toDatabaseUrl,
  withClient
} from '../src/database/embedded/database-roles.ts'
import { startEmbeddedPostgres } from '../src/database/embedded-postgres.ts'
import { migrateDatabase } from '../src/database/migrate.ts'
import { root } from './project-root.mjs'

/** Of the server which this process prepared: how to leave nothing behind. */
let tidyUp = async () => {}

/** A server with two roles and a migrated template, told to the workers. */
export const setUpTestDatabase = async () => {
  const ownServer = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL
  const adminUrl = ownServer ?? (await startTemporaryServer())
  const prefix = `gp_test_${randomBytes(4).toString('hex')}`
  const server = {
    adminUrl,
    prefix,
    migrator: toRole(`${prefix}_migrator`),
    application: toRole(`${prefix}_app`),
    template: `${prefix}_template`
  }
  if (ownServer) tidyUp = () => removeTraces(server)
  try {
    await makeTemplate(server)
  } catch (error) {
    // Jest runs no teardown after a setup that failed.
    await tidyUp().catch(({ message }) => console.error(message))
    throw error
  }
  process.env.GP_TEST_SERVER = JSON.stringify(server)
}

export const tearDownTestDatabase = () => tidyUp()

const toRole = (name) => ({ name, password: randomBytes(16).toString('hex') })

/** Ends with this process in whatever way it ends: see test-reaper.mjs. */
const startTemporaryServer = async () => {
  const reaper = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', reaperProgram],
    { detached: true, stdio: ['pipe', 'ignore', 'inherit'] }
  )
  reaper.unref()
  tidyUp = async () => {
    reaper.ref()
    reaper.stdin.end()
    await once(reaper, 'exit')
  }
  const folder = await mkdtemp(join(tmpdir(), 'gp-connect-test-'))
  reaper.stdin.write(`${folder}\n`)
  const { adminUrl, dataDirectory } = await startEmbeddedPostgres({
    dataDirectory: folder,
    durable: false,
    say: (line) => console.error(line)
  })
  reaper.stdin.write(`${dataDirectory}\n`)
  reaper.stdin.unref()
  return adminUrl
}

const reaperProgram = join(root, '.config/test-reaper.mjs')

const makeTemplate = async (server) => {
  const { adminUrl, migrator, application, template } = server
  await withClient(adminUrl, async (client) => {
    await ensureLoginRole(client, migrator)
    await ensureLoginRole(client, application)
    // An administrator that is no superuser needs this to give databases away.
    await client.query(
      `grant ${migrator.name}, ${application.name} to current_user`
    )
    await ensureDatabase(client, { database: template, migrator, application })
  })
  await migrateDatabase({
    migrationUrl: toDatabaseUrl(adminUrl, migrator, template),
    applicationRole: application.name
  })
}

/** On a server of the user's own, also what failed tests left. */
const removeTraces = ({ adminUrl, prefix, migrator, application }) =>
  withClient(adminUrl, async (client) => {
    const { rows } = await client.query(
      'select datname from pg_database where starts_with(datname, $1)',
      [prefix]
    )
    for (const { datname } of rows) {
      await client.query(`drop database "${datname}" with (force)`)
    }
    await client.query(`drop role if exists ${migrator.name}`)
    await client.query(`drop role if exists ${application.name}`)
  })
