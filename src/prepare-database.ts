import type { MikroORM } from '@mikro-orm/postgresql'
import { mayRewriteAudit } from './database/application-rights.ts'
import { migrateDatabase } from './database/migrate.ts'
import {
  isEmptyDatabase,
  seedDemoPractice
} from './database/seeders/demo-practice/seed.ts'
import { databaseOf, inTransaction } from './database/sql.ts'
import { isDatabaseUnavailable } from './database/unavailable.ts'
import { createRecordWriter } from './modules/record/record-writer.service.ts'

export interface PrepareOptions {
  readonly orm: MikroORM
  readonly migrationUrl: string
  readonly applicationUrl: string
  readonly clock: () => Date
  readonly ids: () => string
  /** Whether an empty database gets the demo practice. */
  readonly demo: boolean
}

const RETRY_MILLISECONDS = 1_000

const userOf = (url: string): string =>
  decodeURIComponent(new URL(url).username)

/** Seeds in one transaction, or not at all. */
const seedIfEmpty = ({ orm, clock, ids }: PrepareOptions): Promise<void> =>
  inTransaction(orm.em, async (em) => {
    if (!(await isEmptyDatabase(em))) return
    const writer = createRecordWriter({ em, clock, ids })
    await seedDemoPractice({ em, writer, clock })
  })

/** Migrates, and seeds the demo practice where that is wanted. */
export const prepareDatabase = async (
  options: PrepareOptions
): Promise<void> => {
  await migrateDatabase({
    migrationUrl: options.migrationUrl,
    applicationRole: userOf(options.applicationUrl)
  })
  if (options.demo) await seedIfEmpty(options)
}

const WEAK_ROLE =
  'The role of DATABASE_URL can change or remove audit rows: give DATABASE_URL an application role that owns nothing, and MIGRATION_DATABASE_URL the role that owns the tables'

/** Ruling R33: what the server may not do to its audit, it cannot do. */
const checkApplicationRole = async (
  orm: MikroORM,
  options: { production: boolean; warn: (problem: string) => void }
): Promise<void> => {
  if (!(await mayRewriteAudit(databaseOf(orm.em.fork())))) return
  if (options.production) throw new Error(WEAK_ROLE)
  options.warn(WEAK_ROLE)
}

/**
 * Goes on trying while the database cannot be reached, so that a server
 * started before its database serves once it is there. Any other failure
 * rejects, as does, in production, a role that could rewrite the audit.
 */
export const prepareDatabaseWhenReachable = async (
  options: PrepareOptions & {
    readonly production: boolean
    readonly signal: AbortSignal
    readonly warn: (problem: string) => void
    readonly onUnreachable: () => void
  }
): Promise<void> => {
  while (!options.signal.aborted) {
    try {
      await prepareDatabase(options)
      return await checkApplicationRole(options.orm, options)
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error
      options.onUnreachable()
      await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS))
    }
  }
}
