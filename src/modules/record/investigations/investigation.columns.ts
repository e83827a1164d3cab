import type {
  InvestigationReportRow,
  InvestigationRequestRow,
  SpecimenRow
} from './investigation.row.ts'

type ColumnsOf<Row> = readonly (readonly [string, string & keyof Row])[]

export const REPORT_COLUMNS = [
  ['code', 'code'],
  ['category', 'category'],
  ['status', 'status'],
  ['issued', 'issued'],
  ['conclusion', 'conclusion'],
  ['coded_diagnoses', 'codedDiagnoses'],
  ['performers', 'performers'],
  ['request_ids', 'requestIds'],
  ['specimen_ids', 'specimenIds'],
  ['unfiled', 'unfiled']
] as const satisfies ColumnsOf<InvestigationReportRow>

export const REQUEST_COLUMNS = [
  ['code', 'code'],
  ['requester', 'requester'],
  ['performer', 'performer'],
  ['reasons', 'reasons'],
  ['note', 'note']
] as const satisfies ColumnsOf<InvestigationRequestRow>

export const SPECIMEN_COLUMNS = [
  ['accession', 'accession'],
  ['status', 'status'],
  ['type', 'type'],
  ['received_on', 'receivedOn'],
  ['collected_on', 'collectedOn'],
  ['collected_until', 'collectedUntil'],
  ['fasting_status', 'fastingStatus'],
  ['body_site', 'bodySite'],
  ['quantity', 'quantity'],
  ['note', 'note'],
  ['collector_id', 'collectorId']
] as const satisfies ColumnsOf<SpecimenRow>
