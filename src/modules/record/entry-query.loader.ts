import { sql } from '../../database/sql.ts'
import type {
  DateAxis,
  VisibilityWindow
} from '../../policy/effective-permissions.ts'
import type { EntryBatch, EntryRequest } from './area.ts'
import { STATE_MARKS, type EntryTableName } from './entry-kinds.ts'

/** A piece of a statement with its parameters. */
export type SqlPart = ReturnType<typeof sql<unknown>>

const AXIS_COLUMNS = {
  clinicalDate: 'clinical_date',
  recordedDate: 'recorded_date'
} as const satisfies Record<DateAxis, string>

const column = (alias: string, name: string): SqlPart =>
  sql.ref(`${alias}.${name}`)

/** Every condition must hold; none: true. */
const allOf = (conditions: readonly SqlPart[]): SqlPart =>
  conditions.length === 0
    ? sql`true`
    : sql`(${sql.join(conditions, sql` and `)})`

const anyOf = (conditions: readonly SqlPart[]): SqlPart =>
  conditions.length === 0
    ? sql`false`
    : sql`(${sql.join(conditions, sql` or `)})`

/**
 * The policy's window as a row filter. A test over random configurations
 * proves it equal to the predicate `isInWindow`.
 */
export const windowFilter = (
  window: VisibilityWindow,
  alias: string
): SqlPart =>
  allOf(
    window.map((group) =>
      anyOf(
        group.map(
          ({ axis, from }) =>
            sql`${column(alias, AXIS_COLUMNS[axis])} >= ${from}::date`
        )
      )
    )
  )

/** Not one of the ids that the closure hides (Rulings R15, R16). */
export const notHiddenFilter = (
  ids: readonly string[],
  alias: string
): SqlPart =>
  ids.length === 0
    ? sql`true`
    : sql`${column(alias, 'id')} <> all(${[...ids]}::uuid[])`

/** Of these alone, when any were asked for by id. */
export const idFilter = ({ ids }: EntryRequest, alias: string): SqlPart =>
  ids === null
    ? sql`true`
    : sql`${column(alias, 'id')} = any(${[...ids]}::uuid[])`

/**
 * Whatever the closure says, a row with a mark of its own is never read for a
 * citizen; for list warnings hidden rows are wanted, as candidates only.
 */
export const unmarkedFilter = (
  batch: EntryBatch,
  table: EntryTableName,
  alias: string
): SqlPart => {
  if (batch.permissions.kind === 'WHOLE_RECORD' || batch.withHidden) {
    return sql`true`
  }
  const marks = [
    'restricted',
    'staff_confidential',
    'entered_in_error',
    ...STATE_MARKS.filter((state) => state.table === table).map(
      (state) => state.column
    )
  ]
  return sql`not (${sql.join(
    marks.map((mark) => column(alias, mark)),
    sql` or `
  )})`
}

/** Overlap with the wanted days; undated entries always pass. */
export const dateFilter = (request: EntryRequest, alias: string): SqlPart => {
  const from = column(alias, 'clinical_date')
  const until = column(alias, 'clinical_until')
  return allOf([
    ...(request.from === null
      ? []
      : [sql`(${until} is null or ${until} >= ${request.from}::date)`]),
    ...(request.to === null
      ? []
      : [sql`(${from} is null or ${from} <= ${request.to}::date)`])
  ])
}

/** After a position in the order: clinical date descending, then id. */
export const pageFilter = (request: EntryRequest, alias: string): SqlPart => {
  const after = request.page?.after
  if (!after) return sql`true`
  const date = column(alias, 'clinical_date')
  const id = column(alias, 'id')
  return after.clinicalDate === null
    ? sql`(${date} is null and ${id} > ${after.id}::uuid)`
    : sql`(${date} < ${after.clinicalDate}::date or ${date} is null
        or (${date} = ${after.clinicalDate}::date and ${id} > ${after.id}::uuid))`
}

export const entryOrder = (alias: string): SqlPart =>
  sql`order by ${column(alias, 'clinical_date')} desc nulls last, ${column(alias, 'id')}`

/** One row more than the page tells whether there is a next one. */
export const pageLimit = (request: EntryRequest): SqlPart =>
  request.page === null ? sql`` : sql`limit ${request.page.first + 1}`

/** The patients of a batch as rows `p(practice_id, patient_id)`. */
export const patientRows = ({ patients }: EntryBatch): SqlPart =>
  sql`unnest(${patients.map(({ practiceId }) => practiceId)}::uuid[],
    ${patients.map(({ patientId }) => patientId)}::uuid[])
    as p(practice_id, patient_id)`

/** Ids hidden in any record of the batch. */
export const hiddenIds = ({ hidden }: EntryBatch): string[] =>
  [...hidden.values()].flatMap((causes) => [...causes.keys()])

/** Columns every entry is read with; dates and times stay text. */
export const entryColumns = (alias: string): SqlPart => {
  const named: readonly [string, string][] = [
    ['id', 'id'],
    ['practice_id', 'practiceId'],
    ['patient_id', 'patientId'],
    ['clinical_date', 'clinicalDate'],
    ['recorded_date', 'recordedDate'],
    ['identifiers', 'identifiers'],
    ['restricted_at', 'restrictedAt'],
    ['restricted_by', 'restrictedBy'],
    ['restricted_reason', 'restrictedReason']
  ]
  return columns(alias, named)
}

/** `[column, property]` pairs as a select list. */
export const columns = (
  alias: string,
  named: readonly (readonly [string, string])[]
): SqlPart =>
  sql.join(
    named.map(
      ([name, property]) => sql`${column(alias, name)} as ${sql.ref(property)}`
    )
  )
