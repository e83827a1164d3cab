import type { AuditTable, Migrator } from './migrator.ts'

/** Takes the last rows of a chain away, and puts its head back to match. */
export const cutTail = async (
  { run }: Migrator,
  {
    table,
    practiceId,
    rows
  }: { table: AuditTable; practiceId: string; rows: number }
): Promise<void> => {
  await run(
    `delete from ${table} where practice_id = $1 and seq > (
       select max(seq) - $2 from ${table} where practice_id = $1)`,
    [practiceId, rows]
  )
  await run(
    `update audit_head h set seq = e.seq, hash = e.hash from ${table} e
     where h.practice_id = $1 and h.chain = $2 and e.practice_id = $1
       and e.seq = (select max(seq) from ${table} where practice_id = $1)`,
    [practiceId, table === 'audit_event' ? 'changes' : 'reads']
  )
}
