import type { EntryFacts } from '../../policy/record-access.ts'
import type { EntryBatch, EntryPosition, LoadedEntries } from './area.ts'
import type { EntryRow } from './entry-row.ts'

/** Rows as read, each with what hides it. */
export const withHiddenBy = <Row extends { id: string; patientId: string }>(
  rows: readonly Row[],
  { hidden }: Pick<EntryBatch, 'hidden'>
): (Row & Pick<EntryRow, 'hiddenBy'>)[] =>
  rows.map((row) => ({
    ...row,
    hiddenBy: hidden.get(row.patientId)?.get(row.id) ?? []
  }))

const positionOf = (row: EntryRow | undefined): EntryPosition | null =>
  row ? { clinicalDate: row.clinicalDate, id: row.id } : null

/** Rows of a batch, told apart by patient, cut to the page, then shown. */
export const loadedByPatient = <
  Row extends EntryRow,
  Entry,
  Candidate extends EntryFacts
>(
  batch: EntryBatch,
  rows: readonly Row[],
  how: {
    show: (rows: readonly Row[]) => readonly Entry[]
    candidate: (row: Row) => Candidate
  }
): ReadonlyMap<string, LoadedEntries<Entry, Candidate>> => {
  const byPatient = Map.groupBy(rows, ({ patientId }) => patientId)
  const first = batch.page?.first ?? Number.POSITIVE_INFINITY
  return new Map(
    batch.patients.map(({ patientId }) => {
      const own = byPatient.get(patientId) ?? []
      const hasMore = own.length > first
      return [
        patientId,
        {
          entries: how.show(own.slice(0, first)),
          hasMore,
          end: hasMore ? positionOf(own[first - 1]) : null,
          candidates: batch.withHidden ? own.map(how.candidate) : []
        }
      ]
    })
  )
}
