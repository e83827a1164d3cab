import { hiddenCauses } from '../../../src/policy/closure.ts'
import type {
  EntryFacts,
  EntryKind
} from '../../../src/policy/record-access.ts'
import { firstDayOf } from '../../../src/vocabulary/partial-date.ts'
import type { RecordedEntry, RecordGraph } from '../../support/arbitraries.ts'
import { oracleFirstDay } from '../../support/oracle/days.ts'
import type { OracleRecord } from '../../support/oracle/record-oracle.ts'

/** A row with one field of every rung that takes something away. */
export interface ShownRow {
  readonly id: string
  readonly edge: string | null
  readonly title: string | null
  readonly note: string | null
}

const dayOf = (moment: string | null): string | null =>
  moment === null ? null : firstDayOf(moment)

/** What a module tells the policy of a record: causes, dates, bringers. */
export const factsOf = ({
  entries,
  links
}: RecordGraph): Map<string, EntryFacts> => {
  const causes = hiddenCauses(entries, links)
  const facts = new Map<string, EntryFacts>(
    entries.map(({ id, area, clinical, recorded }) => [
      id,
      {
        area,
        clinicalDate: dayOf(clinical),
        recordedDate: dayOf(recorded),
        hiddenBy: causes.get(id) ?? []
      }
    ])
  )
  const bringersOf = (course: string): EntryFacts[] =>
    links.flatMap(({ kind, whole, part }) => {
      const issue = facts.get(part)
      return kind === 'COURSE_ISSUE' && whole === course && issue ? [issue] : []
    })
  return new Map(
    [...facts].map(([id, own]) => [id, { ...own, broughtBy: bringersOf(id) }])
  )
}

export const rowsOf = (entries: readonly RecordedEntry[]): ShownRow[] =>
  entries.map(({ id }) => ({ id, edge: 'edge', title: 'title', note: 'note' }))

export const kindOf = (graph: RecordGraph): EntryKind<ShownRow> => {
  const facts = factsOf(graph)
  return {
    facts: ({ id }) => {
      const own = facts.get(id)
      if (!own) throw new Error('a row without an entry')
      return own
    },
    disclosure: {
      id: 'always',
      edge: 'from-detailed',
      title: 'from-documents',
      note: 'full-only'
    }
  }
}

/** The same record in the oracle's words. */
export const oracleRecordOf = ({
  entries,
  links
}: RecordGraph): OracleRecord => ({
  entries: entries.map(({ id, area, clinical, recorded, marks }) => ({
    id,
    area,
    marks,
    clinicalDate: oracleFirstDay(clinical),
    recordedDate: oracleFirstDay(recorded)
  })),
  ties: links
})
