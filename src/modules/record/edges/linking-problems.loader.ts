import DataLoader from 'dataloader'
import { rowsOf, sql, type Database } from '../../../database/sql.ts'

/** An entry by its key in the database. */
export interface LinkedEntryKey {
  readonly practiceId: string
  readonly entryId: string
}

interface LinkRow {
  readonly entryId: string
  readonly problemId: string
}

/** Ids of the problems that name an entry. It only says where to look. */
export type FindLinkingProblems = (
  key: LinkedEntryKey
) => Promise<readonly string[]>

/** One statement for all entries that ask within one turn. */
export const createLinkingProblemsFinder = (
  db: Database
): FindLinkingProblems => {
  const loader = new DataLoader<LinkedEntryKey, readonly string[], string>(
    async (keys) => {
      const rows = await rowsOf(
        db,
        sql<LinkRow>`
          select distinct entry_id as "entryId", problem_id as "problemId"
          from problem_link
          where kind in ('RELATED', 'ACTUAL') and (practice_id, entry_id) in (
            select * from unnest(
              ${keys.map(({ practiceId }) => practiceId)}::uuid[],
              ${keys.map(({ entryId }) => entryId)}::uuid[]))
          order by 1, 2`
      )
      const found = Map.groupBy(rows, ({ entryId }) => entryId)
      return keys.map(({ entryId }) =>
        (found.get(entryId) ?? []).map(({ problemId }) => problemId)
      )
    },
    { cacheKeyFn: ({ practiceId, entryId }) => `${practiceId}/${entryId}` }
  )
  return (key) => loader.load(key)
}
