import { sql } from '../../../database/sql.ts'
import type { ProblemContent } from '../entry-content.ts'
import { ProblemEntity } from '../problems/problem.entity.ts'
import { inBatches, UPSERT } from './clinical-tables.service.ts'
import { problemDates } from './entry-dates.ts'
import {
  KEPT_ON_UPDATE,
  type EntryTable,
  type EntryToSave
} from './entry-table.service.ts'

const toProblemRow = ({ content, columns }: EntryToSave<ProblemContent>) => {
  const { links: _links, ...own } = content
  return { ...own, ...columns }
}

export const PROBLEM_TABLE: EntryTable<ProblemContent> = {
  name: 'problem',
  kind: 'PROBLEM',
  dates: problemDates,
  ownPart: (content) => content,
  keptBeside: sql`jsonb_build_object('links', (
    select jsonb_agg(jsonb_build_object('kind', l.kind,
      'entry_kind', l.entry_kind, 'entry_id', l.entry_id))
    from problem_link l
    where l.practice_id = e.practice_id and l.problem_id = e.id))`,
  add: (em, rows) =>
    inBatches(rows.map(toProblemRow), (batch) =>
      em.insertMany(ProblemEntity, batch)
    ),
  replace: (em, rows) =>
    em.upsertMany(ProblemEntity, rows.map(toProblemRow), {
      ...UPSERT,
      onConflictExcludeFields: [...KEPT_ON_UPDATE]
    })
}
