import { databaseOf, rowsOf, sql } from '../../../database/sql.ts'
import type { EntryColumns, EntryTable } from './entry-table.service.ts'
import type { WriteSession } from './write-session.service.ts'

const MARKS = [
  ['restricted', 'restricted'],
  ['staffConfidential', 'staff_confidential'],
  ['enteredInError', 'entered_in_error']
] as const

/** The rows as they are now, so that nothing is overwritten (Ruling R17). */
export const keepVersions = (
  session: WriteSession,
  table: EntryTable<never>,
  { practiceId, ids }: { practiceId: string; ids: readonly string[] }
) =>
  rowsOf(
    databaseOf(session.em),
    sql`insert into entry_version (practice_id, patient_id, entry_id, version,
        entry_kind, content, replaced_at)
      select practice_id, patient_id, id, version, ${table.kind},
        to_jsonb(e) || ${table.keptBeside ?? sql`'{}'::jsonb`},
        ${session.clock()}
      from ${sql.table(table.name)} e
      where practice_id = ${practiceId} and id = any(${[...ids]}::uuid[])`
  )

/** Marks that the source has and the entry held here lacks (Ruling R17). */
export const addMarks = async (
  session: WriteSession,
  table: EntryTable<never>,
  entries: readonly EntryColumns[]
): Promise<void> => {
  for (const [mark, column] of MARKS) {
    const marked = entries.filter((entry) => entry[mark])
    const [first] = marked
    if (!first) continue
    const origin =
      mark === 'restricted'
        ? sql`, restricted_at = ${first.restrictedAt}, restricted_by = null,
            restricted_reason = ${first.restrictedReason}`
        : sql``
    await rowsOf(
      databaseOf(session.em),
      sql`update ${sql.table(table.name)}
        set ${sql.ref(column)} = true ${origin}
        where practice_id = ${first.practiceId} and not ${sql.ref(column)}
          and id = any(${marked.map(({ id }) => id)}::uuid[])`
    )
  }
}
