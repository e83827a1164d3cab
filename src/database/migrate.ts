import { Migrator } from '@mikro-orm/migrations'
import { MikroORM } from '@mikro-orm/postgresql'
import { MIGRATIONS } from '../../migrations/index.ts'
import { grantStatements } from './grants.ts'

/** Any number that every process of this project agrees on. */
const MIGRATION_LOCK = 7_301_166

const MIGRATION_SETTINGS = {
  migrationsList: MIGRATIONS,
  snapshot: false,
  silent: true,
  tableName: 'mikro_orm_migrations'
}

/** An ORM that knows migrations but no entity; for the migrator's role. */
const createMigrationOrm = (migrationUrl: string): Promise<MikroORM> =>
  MikroORM.init({
    clientUrl: migrationUrl,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: MIGRATION_SETTINGS,
    pool: { min: 0, max: 2 }
  })

const userOf = (url: string): string =>
  decodeURIComponent(new URL(url).username)

/**
 * Brings the database up to date and gives the application role its rights.
 * Several processes may call it at once: one migrates, the others wait.
 * Rejects when the server cannot be reached or a migration fails, in which
 * case nothing of that migration stays.
 */
export const migrateDatabase = async (options: {
  migrationUrl: string
  applicationRole: string
}): Promise<void> => {
  const orm = await createMigrationOrm(options.migrationUrl)
  try {
    await orm.em.transactional(async (em) => {
      const connection = em.getConnection()
      const lock = em.getTransactionContext()
      await connection.execute(
        'select pg_advisory_xact_lock(?)',
        [MIGRATION_LOCK],
        'all',
        lock
      )
      await orm.migrator.up({ transaction: lock })
      if (options.applicationRole === userOf(options.migrationUrl)) return
      for (const statement of grantStatements(options.applicationRole)) {
        await connection.execute(statement, [], 'run', lock)
      }
    })
  } finally {
    await orm.close(true)
  }
}

/** Takes every migration back, newest first; all data goes with them. */
export const revertDatabase = async (migrationUrl: string): Promise<void> => {
  const orm = await createMigrationOrm(migrationUrl)
  try {
    await orm.migrator.down({ to: 0 })
  } finally {
    await orm.close(true)
  }
}

/** Migrations this version knows, by name, in order. */
export const knownMigrations = (): string[] =>
  MIGRATIONS.map(({ name }) => name)
