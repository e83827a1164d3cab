import { rowsOf, sql, type Database } from '../../../database/sql.ts'
import type { EntryBatch, LoadedEntries } from '../area.ts'
import { loadEntryTable } from '../entry-table.loader.ts'
import type { ProblemEntry, ProblemLink } from './problem.entry.ts'
import type { ProblemFilter } from './problem.filter.ts'
import { PROBLEM_KIND, type ProblemRow } from './problem.row.ts'

const PROBLEM_COLUMNS = [
  ['code', 'code'],
  ['clinical_status', 'clinicalStatus'],
  ['significance', 'significance'],
  ['onset', 'onset'],
  ['abatement', 'abatement'],
  ['asserted_date', 'assertedDate'],
  ['note', 'note'],
  ['asserter_id', 'asserterId']
] as const satisfies readonly (readonly [string, keyof ProblemRow])[]

type LinkRow = ProblemLink & { readonly problemId: string }

const problemFilter = ({ clinicalStatus, significance }: ProblemFilter) =>
  sql`(${clinicalStatus}::text is null or e.clinical_status = ${clinicalStatus})
    and (${significance}::text is null or e.significance = ${significance})`

/** Siblings are stored one way round, and `union` takes those stored both. */
const linksStatement = (problems: readonly ProblemRow[]) => {
  const keys = sql`select * from unnest(
    ${problems.map(({ practiceId }) => practiceId)}::uuid[],
    ${problems.map(({ id }) => id)}::uuid[])`
  return sql<LinkRow>`
    select problem_id as "problemId", kind as relation,
      entry_kind as "entryKind", entry_id as "entryId"
    from problem_link where (practice_id, problem_id) in (${keys})
    union
    select entry_id, case kind when 'CHILD' then 'PARENT' else kind end,
      'PROBLEM', problem_id
    from problem_link where kind in ('CHILD', 'SIBLING')
      and (practice_id, entry_id) in (${keys})
    order by 1, 2, 4`
}

/** Two statements: problems, then the links of those problems. */
export const loadProblems = async (
  db: Database,
  batch: EntryBatch<ProblemFilter>
): Promise<ReadonlyMap<string, LoadedEntries<ProblemEntry>>> => {
  const loaded = await loadEntryTable(
    db,
    {
      area: 'PROBLEMS',
      table: 'problem',
      columns: PROBLEM_COLUMNS,
      kind: PROBLEM_KIND,
      filter: problemFilter,
      candidate: PROBLEM_KIND.facts
    },
    batch
  )
  const problems = [...loaded.values()].flatMap(({ entries }) => entries)
  const links = await rowsOf(db, linksStatement(problems))
  const linksOf = Map.groupBy(links, ({ problemId }) => problemId)
  return new Map(
    [...loaded].map(([patientId, { entries, ...rest }]) => [
      patientId,
      {
        ...rest,
        entries: entries.map((problem) => ({
          problem,
          links: linksOf.get(problem.id) ?? []
        }))
      }
    ])
  )
}
