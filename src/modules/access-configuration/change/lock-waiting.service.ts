import type { EntityManager } from '@mikro-orm/postgresql'
import { databaseOf, sql } from '../../../database/sql.ts'

/**
 * Whoever waits for a configuration holds a connection: better to be asked to
 * try again than to let everybody's reads wait as well.
 */
export const limitLockWaiting = async (em: EntityManager): Promise<void> => {
  await sql`set local lock_timeout = '2s'`.execute(databaseOf(em))
}
