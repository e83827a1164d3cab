import { join } from 'node:path'
import type { MikroORM } from '@mikro-orm/postgresql'
import { v7 as uuidv7 } from 'uuid'
import { parseEnvironment, type Config } from './config/env.ts'
import { startEmbeddedPostgres } from './database/embedded-postgres.ts'
import { createOrm } from './database/orm.ts'
import { deriveAuditKeys } from './modules/audit/audit-keys.ts'
import { getAuditSecret } from './modules/audit/audit-secret.ts'
import type { AuditSettings } from './modules/audit/audit-trail.service.ts'

/** A database to work with, and how to let go of it. */
export interface Runtime {
  readonly orm: MikroORM
  readonly migrationUrl: string
  readonly applicationUrl: string
  close(): Promise<void>
}

export const clock = (): Date => new Date()
export const ids = (): string => uuidv7()

/** The configuration, or every wrong value on standard error and exit 1. */
export const readConfig = (): Config => {
  const parsed = parseEnvironment(process.env)
  if (parsed.ok) return parsed.value
  for (const line of parsed.error) process.stderr.write(`${line}\n`)
  process.exit(1)
}

const givenDatabase = async (
  applicationUrl: string,
  migrationUrl: string
): Promise<Runtime> => {
  const orm = await createOrm({ url: applicationUrl })
  const close = () => orm.close(true)
  return { orm, migrationUrl, applicationUrl, close }
}

const embeddedDatabase = async (
  dataDirectory: string,
  say: (line: string) => void
): Promise<Runtime> => {
  const server = await startEmbeddedPostgres({
    dataDirectory: join(dataDirectory, 'postgres'),
    say
  })
  const { applicationUrl, migrationUrl } = server
  const orm = await createOrm({ url: applicationUrl })
  const close = async () => {
    await orm.close(true)
    await server.stop()
  }
  return { orm, migrationUrl, applicationUrl, close }
}

/** The given database, or an embedded one in the data directory. */
export const openRuntime = (
  config: Config,
  say: (line: string) => void
): Promise<Runtime> =>
  config.databaseUrl === undefined
    ? embeddedDatabase(config.dataDirectory, say)
    : givenDatabase(
        config.databaseUrl,
        config.migrationDatabaseUrl ?? config.databaseUrl
      )

/**
 * The audit's keys and checkpoint. `make` allows a key to be made where none
 * is wanted of the operator; after the database has its directory.
 */
export const openAudit = async (
  config: Config,
  options: { make: boolean; say: (line: string) => void }
): Promise<AuditSettings> => {
  const {
    auditKey,
    dataDirectory,
    auditCheckpointFile: checkpointFile
  } = config
  const secret = await getAuditSecret(auditKey, { dataDirectory, ...options })
  return { keys: deriveAuditKeys(secret), checkpointFile }
}
