import { sql, type Database } from '../../../database/sql.ts'
import type { EntryFacts, Visible } from '../../../policy/record-access.ts'
import type { EntryBatch, LoadedEntries } from '../area.ts'
import { loadEntryTable } from '../entry-table.loader.ts'
import { OBSERVATION_COLUMNS } from '../observations/observation.columns.ts'
import {
  OBSERVATION_KIND,
  type ObservationRow
} from '../observations/observation.row.ts'
import type { UncategorisedFilter } from './uncategorised.filter.ts'

/** What `code` of an entry has to contain. */
const withCode = ({ code }: UncategorisedFilter): string =>
  JSON.stringify({ coding: [{ code }] })

/** One statement, whatever the number of patients and entries. */
export const loadUncategorised = (
  db: Database,
  batch: EntryBatch<UncategorisedFilter>
): Promise<
  ReadonlyMap<string, LoadedEntries<Visible<ObservationRow>, EntryFacts>>
> =>
  loadEntryTable<ObservationRow, UncategorisedFilter, EntryFacts>(
    db,
    {
      area: 'UNCATEGORISED_DATA',
      table: 'observation',
      columns: OBSERVATION_COLUMNS,
      kind: OBSERVATION_KIND,
      rows: sql`e.kind = 'UNCATEGORISED'`,
      filter: (filter) => sql`e.code @> ${withCode(filter)}::jsonb`,
      candidate: OBSERVATION_KIND.facts
    },
    batch
  )
