import { rowsOf, sql, type Database } from '../../../database/sql.ts'
import type { CitizenService } from '../../../vocabulary/citizen-service.ts'

/** An app that is registered with a practice. */
export interface Solution {
  readonly id: string
  readonly name: string
  readonly supplier: string
  readonly clientId: string | null
  readonly services: readonly CitizenService[]
}

/** The practice's Solutions by name; those removed are not among them. */
export const loadSolutions = (
  db: Database,
  practiceId: string
): Promise<Solution[]> =>
  rowsOf(
    db,
    sql<Solution>`
      select id, name, supplier, client_id as "clientId", services
      from solution
      where practice_id = ${practiceId} and removed_at is null
      order by name_key, id`
  )

/** One of them, those removed included. */
export const loadSolution = async (
  db: Database,
  { practiceId, id }: { practiceId: string; id: string }
): Promise<(Solution & { readonly removed: boolean }) | undefined> => {
  const [row] = await rowsOf(
    db,
    sql<Solution & { removed: boolean }>`
      select id, name, supplier, client_id as "clientId", services,
        removed_at is not null as removed
      from solution where practice_id = ${practiceId} and id = ${id}`
  )
  return row
}
