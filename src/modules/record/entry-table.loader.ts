import { rowsOf, sql, type Database } from '../../database/sql.ts'
import { areaPolicy } from '../../policy/clinical-area-table.ts'
import { visibilityWindow } from '../../policy/effective-permissions.ts'
import {
  visible,
  type EntryFacts,
  type EntryKind,
  type Visible
} from '../../policy/record-access.ts'
import type { ClinicalArea } from '../../vocabulary/clinical-area.ts'
import type { EntryBatch, LoadedEntries } from './area.ts'
import type { EntryTableName } from './entry-kinds.ts'
import {
  columns,
  dateFilter,
  entryColumns,
  entryOrder,
  hiddenIds,
  idFilter,
  notHiddenFilter,
  pageFilter,
  pageLimit,
  patientRows,
  unmarkedFilter,
  windowFilter,
  type SqlPart
} from './entry-query.loader.ts'
import type { EntryRow } from './entry-row.ts'
import { loadedByPatient, withHiddenBy } from './loaded-entries.ts'

/** An area whose entries are rows of one table, aliased `e` in conditions. */
export interface EntryTableArea<
  Row extends EntryRow,
  Filter,
  Candidate extends EntryFacts
> {
  readonly area: ClinicalArea
  readonly table: EntryTableName
  /** `[column, property]`, besides those that every entry has. */
  readonly columns: readonly (readonly [string, string & keyof Row])[]
  readonly kind: EntryKind<Row>
  /** Which rows of the table are of this area; all unless given. */
  readonly rows?: SqlPart
  readonly filter?: (filter: Filter) => SqlPart
  readonly candidate: (row: Row) => Candidate
}

const filterOf = <Row extends EntryRow, Filter, Candidate extends EntryFacts>(
  { filter }: EntryTableArea<Row, Filter, Candidate>,
  batch: EntryBatch<Filter>
): SqlPart =>
  filter && batch.filter !== null ? filter(batch.filter) : sql`true`

const entriesStatement = <
  Row extends EntryRow,
  Filter,
  Candidate extends EntryFacts
>(
  area: EntryTableArea<Row, Filter, Candidate>,
  batch: EntryBatch<Filter>
) => {
  const wholeRecord = batch.permissions.kind === 'WHOLE_RECORD'
  const hidden = wholeRecord || batch.withHidden ? [] : hiddenIds(batch)
  const { requiredLevel } = areaPolicy(area.area)
  const window = visibilityWindow(batch.permissions, requiredLevel)
  return sql<Row>`
    select r.* from ${patientRows(batch)} cross join lateral (
      select ${entryColumns('e')}, ${columns('e', area.columns)}
      from ${sql.table(area.table)} e
      where e.practice_id = p.practice_id and e.patient_id = p.patient_id
        and ${area.rows ?? sql`true`} and ${windowFilter(window, 'e')}
        and ${notHiddenFilter(hidden, 'e')} and ${unmarkedFilter(batch, area.table, 'e')}
        and ${idFilter(batch, 'e')} and ${filterOf(area, batch)}
        and ${dateFilter(batch, 'e')} and ${pageFilter(batch, 'e')}
      ${entryOrder('e')} ${pageLimit(batch)}
    ) r`
}

/** One statement, whatever the number of patients and entries. */
export const loadEntryTable = async <
  Row extends EntryRow,
  Filter,
  Candidate extends EntryFacts
>(
  db: Database,
  area: EntryTableArea<Row, Filter, Candidate>,
  batch: EntryBatch<Filter>
): Promise<ReadonlyMap<string, LoadedEntries<Visible<Row>, Candidate>>> => {
  const rows = await rowsOf(db, entriesStatement(area, batch))
  return loadedByPatient(batch, withHiddenBy(rows, batch), {
    show: (own) => visible(batch.permissions, own, area.kind),
    candidate: area.candidate
  })
}
