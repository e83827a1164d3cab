import type { KeyObject } from 'node:crypto'
import { rowsOf, sql, type Database } from '../../database/sql.ts'
import {
  headKey,
  NO_HASH,
  sealOf,
  type AuditChainName,
  type AuditHead,
  type AuditRow
} from './chain.ts'

/** A row that has no place yet. */
export interface NewAuditRow {
  readonly chain: AuditChainName
  readonly row: Omit<AuditRow, 'seq'>
}

interface SealedRow {
  readonly row: AuditRow
  readonly hash: Buffer
}

interface HeadRow {
  readonly practiceId: string
  readonly chain: AuditChainName
  readonly seq: string
  readonly hash: Buffer
}

type HeadName = Pick<AuditHead, 'practiceId' | 'chain'>

const namesOf = (rows: readonly NewAuditRow[]): HeadName[] => {
  const names = rows.map(({ chain, row: { practiceId } }) => ({
    practiceId,
    chain
  }))
  return [...new Map(names.map((name) => [headKey(name), name])).values()]
}

const namesAsRows = (names: readonly HeadName[]) => sql`
  unnest(${names.map(({ practiceId }) => practiceId)}::uuid[],
    ${names.map(({ chain }) => chain)}::text[]) as n (practice_id, chain)`

const selectHeads = async (
  db: Database,
  names: readonly HeadName[],
  lock: boolean
): Promise<AuditHead[]> => {
  const rows = await rowsOf(
    db,
    sql<HeadRow>`
      select h.practice_id as "practiceId", h.chain, h.seq::text as seq, h.hash
      from audit_head h join ${namesAsRows(names)} using (practice_id, chain)
      order by h.practice_id, h.chain ${lock ? sql`for update of h` : sql``}`
  )
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }))
}

/** The heads as they are committed; none for a chain without a row. */
export const findHeads = (
  db: Database,
  names: readonly HeadName[]
): Promise<AuditHead[]> => selectHeads(db, names, false)

const lockHeads = async (
  db: Database,
  names: readonly HeadName[]
): Promise<AuditHead[]> => {
  const heads = await selectHeads(db, names, true)
  if (heads.length === names.length) return heads
  await sql`
    insert into audit_head (practice_id, chain, seq, hash)
    select n.practice_id, n.chain, 0, ${NO_HASH}
    from ${namesAsRows(names)} order by 1, 2
    on conflict do nothing`.execute(db)
  return selectHeads(db, names, true)
}

const COLUMNS = sql.raw(`practice_id, seq, id, occurred_at, request_id, actor,
  patient_id, action, outcome, detail, reason, hash`)

const valuesOf = ({ row, hash }: SealedRow) => sql`${row.practiceId}::uuid,
  ${row.seq}::bigint, ${row.id}::uuid, ${row.occurredAt}::timestamptz,
  ${row.requestId}, ${JSON.stringify(row.actor)}::jsonb,
  ${row.patientId}::uuid, ${row.action}, ${row.outcome},
  ${JSON.stringify(row.detail)}::jsonb, ${row.reason}, ${hash}::bytea`

const insertRows = async (
  db: Database,
  chain: AuditChainName,
  rows: readonly SealedRow[]
): Promise<void> => {
  if (chain === 'reads') {
    await sql`insert into audit_read (${COLUMNS}) values ${sql.join(
      rows.map((row) => sql`(${valuesOf(row)})`)
    )}`.execute(db)
    return
  }
  await sql`insert into audit_event (${COLUMNS}, settings) values ${sql.join(
    rows.map(
      (sealed) =>
        sql`(${valuesOf(sealed)}, ${[...sealed.row.settings]}::text[])`
    )
  )}`.execute(db)
}

const moveHeads = async (
  db: Database,
  heads: readonly AuditHead[]
): Promise<void> => {
  const values = heads.map(
    ({ practiceId, chain, seq, hash }) =>
      sql`(${practiceId}::uuid, ${chain}, ${seq}::bigint, ${hash}::bytea)`
  )
  await sql`
    update audit_head h set seq = n.seq, hash = n.hash
    from (values ${sql.join(values)}) as n (practice_id, chain, seq, hash)
    where h.practice_id = n.practice_id and h.chain = n.chain`.execute(db)
}

/** The rows of one chain with their places and seals, in their order. */
const seal = (
  key: KeyObject,
  head: AuditHead,
  rows: readonly NewAuditRow[]
): SealedRow[] => {
  const { chain } = head
  let { seq, hash } = head
  return rows.map(({ row: unplaced }) => {
    seq += 1
    const row = { ...unplaced, seq }
    hash = sealOf(key, hash, { chain, row })
    return { row, hash }
  })
}

/**
 * Adds rows to the ends of their chains in the caller's transaction, and gives
 * the new heads, which are true once it has committed. The heads stay locked
 * until then and are the last that is locked: whoever holds one waits for
 * nobody, and several are taken in one order.
 */
export const appendRows = async (
  db: Database,
  key: KeyObject,
  rows: readonly NewAuditRow[]
): Promise<AuditHead[]> => {
  const byChain = Map.groupBy(rows, ({ chain, row: { practiceId } }) =>
    headKey({ practiceId, chain })
  )
  const added = new Map<AuditChainName, SealedRow[]>()
  const heads: AuditHead[] = []
  for (const head of await lockHeads(db, namesOf(rows))) {
    const sealed = seal(key, head, byChain.get(headKey(head)) ?? [])
    const last = sealed.at(-1)
    if (!last) continue
    added.set(head.chain, [...(added.get(head.chain) ?? []), ...sealed])
    heads.push({ ...head, seq: last.row.seq, hash: last.hash })
  }
  for (const [chain, sealed] of added) await insertRows(db, chain, sealed)
  await moveHeads(db, heads)
  return heads
}
