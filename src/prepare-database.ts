import type { MikroORM } from '@mikro-orm/postgresql'
import { migrateDatabase } from './database/migrate.ts'
import {
  isEmptyDatabase,
  seedDemoPractice
} from './database/seeders/demo-practice/seed.ts'
import { inTransaction } from './database/sql.ts'
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

/**
 * Goes on trying while the database cannot be reached, so that a server
 * started before its database serves once it is there. Any other failure
 * rejects.
 */
export const prepareDatabaseWhenReachable = async (
  options: PrepareOptions & {
    readonly signal: AbortSignal
    readonly onUnreachable: () => void
  }
): Promise<void> => {
  while (!options.signal.aborted) {
    try {
      return await prepareDatabase(options)
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error
      options.onUnreachable()
      await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS))
    }
  }
}
