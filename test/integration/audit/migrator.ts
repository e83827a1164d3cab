import pg from 'pg'
import type { TestDatabase } from '../../support/database.ts'
import { ELM_TREE } from '../../support/people.ts'

export type AuditTable = 'audit_event' | 'audit_read'

/** An audit row as it is stored, by the names of its columns. */
export interface StoredAuditRow {
  readonly seq: string
  readonly request_id: string
  readonly actor: Record<string, unknown>
  readonly patient_id: string | null
  readonly action: string
  readonly outcome: string
  readonly detail: Record<string, unknown>
  readonly hash: Buffer
}

/** The owner of the tables: it may do what the server may not. */
export interface Migrator {
  run(statement: string, values?: unknown[]): Promise<pg.QueryResult>
  /** A practice's rows in their order. */
  rows(table: AuditTable, odsCode?: string): Promise<StoredAuditRow[]>
  /** How many rows there are of all practices. */
  count(table: AuditTable): Promise<number>
  patientId(nhsNumber: string): Promise<string>
  /** Every new row fails from now on, as on a full disk. */
  block(table: AuditTable): Promise<void>
  unblock(table: AuditTable): Promise<void>
  close(): Promise<void>
}

const BLOCKED = `
  create or replace function refuse_row() returns trigger language plpgsql
  as $$ begin raise exception 'no more rows'; end $$`

export const connectMigrator = async ({
  migrationUrl
}: TestDatabase): Promise<Migrator> => {
  const client = new pg.Client({ connectionString: migrationUrl })
  await client.connect()
  const run = (statement: string, values: unknown[] = []) =>
    client.query(statement, values)
  return {
    run,
    rows: async (table, odsCode = ELM_TREE) => {
      const { rows } = await run(
        `select e.* from ${table} e join practice p on p.id = e.practice_id
         where p.ods_code = $1 order by e.seq`,
        [odsCode]
      )
      return rows
    },
    count: async (table) => {
      const { rows } = await run(`select count(*)::int as found from ${table}`)
      return rows[0].found
    },
    patientId: async (nhsNumber) => {
      const { rows } = await run(
        'select id from patient where nhs_number = $1',
        [nhsNumber]
      )
      return rows[0].id
    },
    block: async (table) => {
      await run(BLOCKED)
      await run(`create trigger blocked before insert on ${table}
        for each row execute function refuse_row()`)
    },
    unblock: async (table) => {
      await run(`drop trigger blocked on ${table}`)
    },
    close: () => client.end()
  }
}

/** The rows that are added while something is done. */
export const rowsAdded = async (
  migrator: Migrator,
  table: AuditTable,
  work: () => Promise<unknown>
): Promise<StoredAuditRow[]> => {
  const before = await migrator.rows(table)
  await work()
  return (await migrator.rows(table)).slice(before.length)
}
