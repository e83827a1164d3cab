import { rowsOf, sql, type Database } from '../../../database/sql.ts'
import type { EntryBatch } from '../area.ts'
import type { EntryTableName } from '../entry-kinds.ts'
import { columns, entryColumns } from '../entry-query.loader.ts'
import type { EntryRow } from '../entry-row.ts'
import { withHiddenBy } from '../loaded-entries.ts'
import { OBSERVATION_COLUMNS } from '../observations/observation.columns.ts'
import type { ObservationRow } from '../observations/observation.row.ts'
import { REQUEST_COLUMNS, SPECIMEN_COLUMNS } from './investigation.columns.ts'
import type {
  InvestigationReportRow,
  InvestigationRequestRow,
  SpecimenRow
} from './investigation.row.ts'

/** All that reports are made of, hidden or not, as stored. */
export interface ReportParts {
  readonly requests: readonly InvestigationRequestRow[]
  readonly specimens: readonly SpecimenRow[]
  readonly observations: readonly ObservationRow[]
}

type Reports = readonly Pick<
  InvestigationReportRow,
  'id' | 'practiceId' | 'patientId' | 'requestIds' | 'specimenIds'
>[]

interface NamedRows {
  readonly table: EntryTableName
  readonly columns: readonly (readonly [string, string])[]
  /** What reports name them by. */
  readonly ids: 'requestIds' | 'specimenIds'
}

/** Of the report's own patient alone: an id in a list is no key. */
const namedStatement = <Row extends EntryRow>(
  reports: Reports,
  { table, columns: own, ids }: NamedRows
) => {
  const keys = reports.flatMap(({ practiceId, patientId, [ids]: named }) =>
    named.map((id) => ({ practiceId, patientId, id }))
  )
  return sql<Omit<Row, 'hiddenBy'>>`
    select ${entryColumns('e')}, ${columns('e', own)}
    from ${sql.table(table)} e
    where (e.practice_id, e.patient_id, e.id) in (select * from unnest(
      ${keys.map(({ practiceId }) => practiceId)}::uuid[],
      ${keys.map(({ patientId }) => patientId)}::uuid[],
      ${keys.map(({ id }) => id)}::uuid[]))
    order by e.id`
}

const observationStatement = (reports: Reports) => sql<
  Omit<ObservationRow, 'hiddenBy'>
>`
  select ${entryColumns('e')}, ${columns('e', OBSERVATION_COLUMNS)}
  from observation e
  where (e.practice_id, e.patient_id, e.report_id) in (select * from unnest(
    ${reports.map(({ practiceId }) => practiceId)}::uuid[],
    ${reports.map(({ patientId }) => patientId)}::uuid[],
    ${reports.map(({ id }) => id)}::uuid[]))
  order by e.id`

const REQUESTS: NamedRows = {
  table: 'investigation_request',
  columns: REQUEST_COLUMNS,
  ids: 'requestIds'
}

const SPECIMENS: NamedRows = {
  table: 'specimen',
  columns: SPECIMEN_COLUMNS,
  ids: 'specimenIds'
}

/** Three statements, whatever the number of reports. */
export const loadReportParts = async (
  db: Database,
  reports: Reports,
  batch: EntryBatch<never>
): Promise<ReportParts> => ({
  requests: withHiddenBy(
    await rowsOf(
      db,
      namedStatement<InvestigationRequestRow>(reports, REQUESTS)
    ),
    batch
  ),
  specimens: withHiddenBy(
    await rowsOf(db, namedStatement<SpecimenRow>(reports, SPECIMENS)),
    batch
  ),
  observations: withHiddenBy(
    await rowsOf(db, observationStatement(reports)),
    batch
  )
})
