import type { EntityManager } from '@mikro-orm/postgresql'
import { databaseOf, sql } from '../../database/sql.ts'
import type { PatientKey } from './area.ts'
import { ENTRY_PLACES } from './entry-kinds.ts'
import type { EntryPlace } from './entry-place.loader.ts'

/** Who restricted entries, when and why; null lifts what was set. */
export interface RestrictionMark {
  readonly at: Date
  readonly by: string
  readonly reason: string
}

/**
 * Sets or lifts the restriction of entries themselves (E00174 AC1, AC4). What
 * hides with them follows from their links, and is stored nowhere (R16).
 */
export const markRestricted = async (
  em: EntityManager,
  { practiceId, patientId }: PatientKey,
  change: { entries: readonly EntryPlace[]; mark: RestrictionMark | null }
): Promise<void> => {
  const { entries, mark } = change
  const byTable = Map.groupBy(entries, ({ kind }) => ENTRY_PLACES[kind].table)
  for (const [table, rows] of byTable) {
    await sql`
      update ${sql.table(table)} set restricted = ${mark !== null},
        restricted_at = ${mark?.at ?? null}, restricted_by = ${mark?.by ?? null},
        restricted_reason = ${mark?.reason ?? null}
      where practice_id = ${practiceId} and patient_id = ${patientId}
        and id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(
      databaseOf(em)
    )
  }
}
