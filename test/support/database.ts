import { randomBytes } from 'node:crypto'
import {
  ensureDatabase,
  toDatabaseUrl,
  withClient,
  type LoginRole
} from '../../src/database/embedded/database-roles.ts'

/** A migrated database without rows, for one test file. */
export interface TestDatabase {
  /** The server's administrator, on this database. */
  readonly adminUrl: string
  readonly migrationUrl: string
  readonly applicationUrl: string
  drop(): Promise<void>
}

/** What the global setup prepared. */
interface TestServer {
  readonly adminUrl: string
  readonly prefix: string
  readonly migrator: LoginRole
  readonly application: LoginRole
  readonly template: string
}

export const createTestDatabase = async (): Promise<TestDatabase> => {
  const server = getTestServer()
  const { adminUrl, migrator, application, template } = server
  const database = `${server.prefix}_${randomBytes(6).toString('hex')}`
  await withClient(adminUrl, (client) =>
    ensureDatabase(client, { database, migrator, application, template })
  )
  const ownUrl = new URL(adminUrl)
  ownUrl.pathname = `/${database}`
  return {
    adminUrl: ownUrl.href,
    migrationUrl: toDatabaseUrl(adminUrl, migrator, database),
    applicationUrl: toDatabaseUrl(adminUrl, application, database),
    drop: () => drop(adminUrl, database)
  }
}

const getTestServer = (): TestServer => {
  const server = process.env['GP_TEST_SERVER']
  if (server) return JSON.parse(server)
  throw new Error(
    'There is no test database for tests in test/unit and test/property.'
  )
}

const drop = (adminUrl: string, database: string): Promise<void> =>
  withClient(adminUrl, async (client) => {
    await client.query(`drop database if exists "${database}" with (force)`)
  })
