import type { EntityManager } from '@mikro-orm/postgresql'
import type { Kysely, RawBuilder } from 'kysely'

export { sql } from 'kysely'

/** Whatever can run a statement: a connection pool or one transaction. */
export type Database = Kysely<unknown>

/** The entity manager's own connection: its transaction, if it is in one. */
export const databaseOf = (em: EntityManager): Database =>
  em.getKysely<unknown>()

/**
 * Does `work` in one consistent view of the data: a read-only transaction with
 * a single snapshot, the caller's own if it is in one. What is hidden and the
 * rows it hides have to be read together, or a row that comes already hidden
 * in between would be shown.
 */
export const inSnapshot = <Value>(
  db: Database,
  work: (snapshot: Database) => Promise<Value>
): Promise<Value> =>
  db.isTransaction
    ? work(db)
    : db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(work)

/**
 * Does `work` in one transaction, with an entity manager of its own whose
 * changes are written at the end. Unlike MikroORM's own, it gives its
 * connection back even when the server goes away at its beginning or end.
 */
export const inTransaction = <Value>(
  em: EntityManager,
  work: (inner: EntityManager) => Promise<Value>
): Promise<Value> =>
  databaseOf(em.fork())
    .transaction()
    .execute(async (transaction) => {
      const inner = em.fork()
      inner.setTransactionContext(transaction)
      const value = await work(inner)
      await inner.flush()
      return value
    })

/** Rows of one statement, as plain objects with text left as text. */
export const rowsOf = async <Row>(
  db: Database,
  statement: RawBuilder<Row>
): Promise<Row[]> => (await statement.execute(db)).rows
