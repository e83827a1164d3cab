import type { UncategorisedContent } from '../entry-content.ts'
import type { ObservationKind } from '../entry-kinds.ts'
import { ObservationEntity } from '../observations/observation.entity.ts'
import { inBatches, UPSERT } from './clinical-tables.service.ts'
import {
  partDates,
  uncategorisedDates,
  type EntryDateColumns,
  type ReportDates
} from './entry-dates.ts'
import {
  KEPT_ON_UPDATE,
  type EntryTable,
  type EntryToSave
} from './entry-table.service.ts'

/** A part of a report, with the ids of what it belongs to. */
export type ReportObservation = UncategorisedContent & {
  readonly dates: ReportDates
  readonly reportId: string
  readonly groupId: string | null
  readonly aboutId: string | null
  readonly specimenId: string | null
}

const toObservationRow = (
  kind: ObservationKind,
  { content, columns }: EntryToSave<UncategorisedContent>
) => ({
  ...content,
  ...columns,
  kind,
  referenceRanges: [...content.referenceRanges],
  components: [...content.components],
  performers: [...content.performers]
})

const observationTable = <Content extends UncategorisedContent>(
  kind: EntryTable<never>['kind'] & ObservationKind,
  dates: (content: Content) => EntryDateColumns,
  toOwn: (content: Content) => UncategorisedContent
): EntryTable<Content> => {
  const toRows = (rows: readonly EntryToSave<Content>[]) =>
    rows.map(({ content, columns }) =>
      toObservationRow(kind, { content: toOwn(content), columns })
    )
  return {
    name: 'observation',
    kind,
    dates,
    ownPart: (content) => content,
    add: (em, rows) =>
      inBatches(toRows(rows), (batch) =>
        em.insertMany(ObservationEntity, batch)
      ),
    replace: (em, rows) =>
      em.upsertMany(ObservationEntity, toRows(rows), {
        ...UPSERT,
        onConflictExcludeFields: [...KEPT_ON_UPDATE]
      })
  }
}

export const UNCATEGORISED_TABLE = observationTable<UncategorisedContent>(
  'UNCATEGORISED',
  uncategorisedDates,
  (content) => content
)

const reportTable = (kind: 'TEST_GROUP' | 'TEST_RESULT' | 'FILING_COMMENT') =>
  observationTable<ReportObservation>(
    kind,
    partDates,
    ({ dates: _dates, ...own }) => own
  )

export const TEST_GROUP_TABLE = reportTable('TEST_GROUP')
export const TEST_RESULT_TABLE = reportTable('TEST_RESULT')
export const FILING_COMMENT_TABLE = reportTable('FILING_COMMENT')
