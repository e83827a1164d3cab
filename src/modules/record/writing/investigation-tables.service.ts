import type {
  InvestigationReportContent,
  InvestigationRequestContent,
  SpecimenContent
} from '../entry-content.ts'
import { InvestigationReportEntity } from '../investigations/investigation-report.entity.ts'
import { InvestigationRequestEntity } from '../investigations/investigation-request.entity.ts'
import { SpecimenEntity } from '../investigations/specimen.entity.ts'
import { inBatches, UPSERT } from './clinical-tables.service.ts'
import { partDates, type ReportDates } from './entry-dates.ts'
import {
  KEPT_ON_UPDATE,
  type EntryTable,
  type EntryToSave
} from './entry-table.service.ts'

/** With its report's dates (Ruling R22). */
type Dated<Content> = Content & { readonly dates: ReportDates }

type ReportToWrite = Dated<
  Omit<
    InvestigationReportContent,
    'requests' | 'specimens' | 'groups' | 'results' | 'filingComments'
  >
> & {
  readonly requestIds: readonly string[]
  readonly specimenIds: readonly string[]
}

const onConflict = {
  ...UPSERT,
  onConflictExcludeFields: [...KEPT_ON_UPDATE]
}

const toReportRow = ({
  content: { dates: _dates, ...own },
  columns
}: EntryToSave<ReportToWrite>) => ({
  ...own,
  ...columns,
  codedDiagnoses: [...own.codedDiagnoses],
  performers: [...own.performers],
  requestIds: [...own.requestIds],
  specimenIds: [...own.specimenIds]
})

export const REPORT_TABLE: EntryTable<ReportToWrite> = {
  name: 'investigation_report',
  kind: 'INVESTIGATION_REPORT',
  dates: partDates,
  ownPart: (content) => content,
  add: (em, rows) =>
    inBatches(rows.map(toReportRow), (batch) =>
      em.insertMany(InvestigationReportEntity, batch)
    ),
  replace: (em, rows) =>
    em.upsertMany(InvestigationReportEntity, rows.map(toReportRow), onConflict)
}

const toRequestRow = ({
  content: { dates: _dates, ...own },
  columns
}: EntryToSave<Dated<InvestigationRequestContent>>) => ({
  ...own,
  ...columns,
  reasons: [...own.reasons]
})

export const REQUEST_TABLE: EntryTable<Dated<InvestigationRequestContent>> = {
  name: 'investigation_request',
  kind: 'INVESTIGATION_REQUEST',
  dates: partDates,
  ownPart: (content) => content,
  add: (em, rows) =>
    inBatches(rows.map(toRequestRow), (batch) =>
      em.insertMany(InvestigationRequestEntity, batch)
    ),
  replace: (em, rows) =>
    em.upsertMany(
      InvestigationRequestEntity,
      rows.map(toRequestRow),
      onConflict
    )
}

const toSpecimenRow = ({
  content: { dates: _dates, ...own },
  columns
}: EntryToSave<Dated<SpecimenContent>>) => ({ ...own, ...columns })

export const SPECIMEN_TABLE: EntryTable<Dated<SpecimenContent>> = {
  name: 'specimen',
  kind: 'SPECIMEN',
  dates: partDates,
  ownPart: (content) => content,
  add: (em, rows) =>
    inBatches(rows.map(toSpecimenRow), (batch) =>
      em.insertMany(SpecimenEntity, batch)
    ),
  replace: (em, rows) =>
    em.upsertMany(SpecimenEntity, rows.map(toSpecimenRow), onConflict)
}
