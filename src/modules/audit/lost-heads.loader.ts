import { rowsOf, sql, type Database } from '../../database/sql.ts'
import type { CheckpointHead } from './checkpoint-file.ts'

const isIn = (table: string) => sql`
  exists (select from ${sql.table(table)} r
    where r.practice_id = h.practice_id and r.seq = h.seq
      and r.hash = decode(h.hash, 'hex'))`

/** Of heads that were committed once, those whose row is not there now. */
export const listLostHeads = async (
  db: Database,
  heads: readonly CheckpointHead[]
): Promise<CheckpointHead[]> => {
  if (heads.length === 0) return []
  const rows = await rowsOf(
    db,
    sql<Omit<CheckpointHead, 'seq'> & { seq: string }>`
      select h.practice_id as "practiceId", h.chain, h.seq::text as seq, h.hash
      from unnest(
        ${heads.map(({ practiceId }) => practiceId)}::uuid[],
        ${heads.map(({ chain }) => chain)}::text[],
        ${heads.map(({ seq }) => seq)}::bigint[],
        ${heads.map(({ hash }) => hash)}::text[]
      ) h (practice_id, chain, seq, hash)
      where not case h.chain when 'changes' then ${isIn('audit_event')}
        else ${isIn('audit_read')} end`
  )
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }))
}
