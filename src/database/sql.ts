import type { EntityManager } from '@mikro-orm/postgresql'
import type { Kysely, RawBuilder } from 'kysely'

export { sql } from 'kysely'

/** Whatever can run a statement: a connection pool or one transaction. */
export type Database = Kysely<unknown>

/** The entity manager's own connection: its transaction, if it is in one. */
export const databaseOf = (em: EntityManager): Database =>
  em.getKysely<unknown>()

/** Rows of one statement, as plain objects with text left as text. */
export const rowsOf = async <Row>(
  db: Database,
  statement: RawBuilder<Row>
): Promise<Row[]> => (await statement.execute(db)).rows
