import type { ObservationRow } from './observation.row.ts'

/** `[column, property]`, besides those that every entry has. */
export const OBSERVATION_COLUMNS = [
  ['kind', 'kind'],
  ['status', 'status'],
  ['code', 'code'],
  ['category', 'category'],
  ['effective', 'effective'],
  ['effective_until', 'effectiveUntil'],
  ['issued', 'issued'],
  ['value', 'value'],
  ['data_absent_reason', 'dataAbsentReason'],
  ['interpretation', 'interpretation'],
  ['body_site', 'bodySite'],
  ['method', 'method'],
  ['reference_ranges', 'referenceRanges'],
  ['components', 'components'],
  ['comment', 'comment'],
  ['performers', 'performers'],
  ['report_id', 'reportId'],
  ['group_id', 'groupId'],
  ['about_id', 'aboutId'],
  ['specimen_id', 'specimenId']
] as const satisfies readonly (readonly [string, keyof ObservationRow])[]
