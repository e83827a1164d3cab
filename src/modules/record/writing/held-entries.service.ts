import { databaseOf, rowsOf, sql } from '../../../database/sql.ts'
import type { PatientKey } from '../area.ts'
import type { EntryTableName } from '../entry-kinds.ts'
import type { HeldEntry, WriteSession } from './write-session.service.ts'

/** What is held of one patient in a table, by source key; read once. */
export const heldEntries = async (
  session: WriteSession,
  table: { readonly name: EntryTableName },
  { practiceId, patientId }: PatientKey
): Promise<Map<string, HeldEntry>> => {
  const name = `${table.name} ${patientId}`
  const known = session.held.get(name)
  if (known) return known
  const rows = await rowsOf(
    databaseOf(session.em),
    sql<HeldEntry & { sourceKey: string }>`
      select id, source_key as "sourceKey", source_hash as "sourceHash", version
      from ${sql.table(table.name)}
      where practice_id = ${practiceId} and patient_id = ${patientId}`
  )
  const held = new Map(
    rows.map((row): [string, HeldEntry] => [row.sourceKey, row])
  )
  session.held.set(name, held)
  return held
}
