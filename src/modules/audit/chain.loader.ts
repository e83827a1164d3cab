import { rowsOf, sql, type Database } from '../../database/sql.ts'
import { hasForeignNumber } from './canonical.ts'
import type { AuditChainName, AuditHead, AuditRow } from './chain.ts'

/** A stored row with its seal. */
export interface StoredRow {
  readonly row: AuditRow
  readonly hash: Buffer
  /** It has a number that we never store, and JavaScript might round. */
  readonly isForeign: boolean
}

/** One chain of one practice. */
export interface ChainKey {
  readonly practiceId: string
  readonly chain: AuditChainName
  /** ODS code, or the practice's id where it is not there any more. */
  readonly practice: string
}

interface StoredRowColumns extends Omit<AuditRow, 'seq'> {
  readonly seq: string
  readonly hash: Buffer
  /** The JSON of the row as PostgreSQL writes it. */
  readonly json: string
}

interface HeadColumns extends Omit<AuditHead, 'seq'> {
  readonly seq: string
}

const AUDIT_TABLES = {
  changes: 'audit_event',
  reads: 'audit_read'
} as const

/** Every chain that has a practice, a row or a head, in one order. */
export const listChains = (
  db: Database,
  known: readonly { practiceId: string; chain: AuditChainName }[]
): Promise<ChainKey[]> =>
  rowsOf(
    db,
    sql<ChainKey>`
      select c.practice_id as "practiceId", c.chain,
        coalesce(o.ods_code, c.practice_id::text) as practice
      from (
        select id as practice_id, chain
          from practice cross join (values ('changes'), ('reads')) v (chain)
        union select practice_id, 'changes' from audit_event
        union select practice_id, 'reads' from audit_read
        union select practice_id, chain from audit_head
        union select * from unnest(
          ${known.map(({ practiceId }) => practiceId)}::uuid[],
          ${known.map(({ chain }) => chain)}::text[])
      ) c left join practice o on o.id = c.practice_id
      order by practice, c.chain`
  )

/** The head of a chain; null while it has none. */
export const findHead = async (
  db: Database,
  { practiceId, chain }: ChainKey
): Promise<AuditHead | null> => {
  const [row] = await rowsOf(
    db,
    sql<{ seq: string; hash: Buffer }>`
      select seq::text as seq, hash from audit_head
      where practice_id = ${practiceId} and chain = ${chain}`
  )
  return row
    ? { practiceId, chain, seq: Number(row.seq), hash: row.hash }
    : null
}

const lastRows = (chain: AuditChainName) => sql<HeadColumns>`
  select distinct on (practice_id) practice_id as "practiceId",
    ${chain} as chain, t.seq::text as seq, hash
  from ${sql.table(AUDIT_TABLES[chain])} t
  order by practice_id desc, t.seq desc`

/**
 * The last row of every chain that has one, whatever its head says; none in a
 * database that has not been migrated yet.
 */
export const listLastRows = async (db: Database): Promise<AuditHead[]> => {
  const [table] = await rowsOf(
    db,
    sql<{ exists: boolean }>`
      select to_regclass('public.audit_head') is not null as exists`
  )
  if (!table?.exists) return []
  const rows = [
    ...(await rowsOf(db, lastRows('changes'))),
    ...(await rowsOf(db, lastRows('reads')))
  ]
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }))
}

/** The next rows of a chain, in the order of their places. */
export const loadChainRows = async (
  db: Database,
  { practiceId, chain }: ChainKey,
  page: { after: number; limit: number }
): Promise<StoredRow[]> => {
  const settings =
    chain === 'changes' ? sql`settings` : sql`'{}'::text[] as settings`
  const rows = await rowsOf(
    db,
    sql<StoredRowColumns>`
      select practice_id as "practiceId", seq::text as seq, id,
        to_char(occurred_at at time zone 'UTC',
          'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "occurredAt",
        request_id as "requestId", actor, patient_id as "patientId", action,
        outcome, ${settings}, detail, reason, hash,
        actor::text || detail::text as json
      from ${sql.table(AUDIT_TABLES[chain])} t
      where practice_id = ${practiceId} and t.seq > ${page.after}
      order by t.seq limit ${page.limit}`
  )
  return rows.map(({ hash, seq, json, ...row }) => ({
    row: { ...row, seq: Number(seq) },
    hash,
    isForeign: hasForeignNumber(json)
  }))
}

/**
 * The first place that no chain has, or that has several rows: constraints
 * keep such rows out until whoever owns the table drops them.
 */
export const findStrayPlace = async (
  db: Database,
  { practiceId, chain }: ChainKey
): Promise<number | undefined> => {
  const [stray] = await rowsOf(
    db,
    sql<{ seq: string }>`
      select coalesce(audit_row.seq, 0)::text as seq
      from ${sql.table(AUDIT_TABLES[chain])} audit_row
      where practice_id = ${practiceId}
      group by audit_row.seq
      having count(*) > 1 or audit_row.seq is null or audit_row.seq < 1
      order by audit_row.seq nulls first limit 1`
  )
  return stray && Number(stray.seq)
}
