import type { DefaultAccess } from '../../../policy/default-access.ts'
import type { LocalDate } from '../../../vocabulary/partial-date.ts'

/** Columns of `practice_default_access`. */
export interface DefaultAccessColumns {
  readonly summaryEnabled: boolean
  readonly detailedCodedEnabled: boolean
  readonly documentEnabled: boolean
  readonly fullRecordEnabled: boolean
  readonly fullRecordStart: LocalDate | null
  readonly prospectiveEnabled: boolean
  readonly prospectiveStart: LocalDate | null
  readonly prescriptionOrdering: boolean
}

/** What a practice has that never set defaults. */
export const NO_DEFAULT_ACCESS: DefaultAccess = {
  switches: [],
  prescriptionOrdering: false
}

export const toDefaultAccess = (row: DefaultAccessColumns): DefaultAccess => ({
  switches: [
    { level: 'SUMMARY' as const, on: row.summaryEnabled, startDate: null },
    {
      level: 'DETAILED_CODED' as const,
      on: row.detailedCodedEnabled,
      startDate: null
    },
    { level: 'DOCUMENT' as const, on: row.documentEnabled, startDate: null },
    {
      level: 'FULL_RECORD' as const,
      on: row.fullRecordEnabled,
      startDate: row.fullRecordStart
    },
    {
      level: 'PROSPECTIVE' as const,
      on: row.prospectiveEnabled,
      startDate: row.prospectiveStart
    }
  ].flatMap(({ on, ...one }) => (on ? [one] : [])),
  prescriptionOrdering: row.prescriptionOrdering
})

export const fromDefaultAccess = ({
  switches,
  prescriptionOrdering
}: DefaultAccess): DefaultAccessColumns => {
  const find = (wanted: string) =>
    switches.find(({ level }) => level === wanted)
  return {
    summaryEnabled: find('SUMMARY') !== undefined,
    detailedCodedEnabled: find('DETAILED_CODED') !== undefined,
    documentEnabled: find('DOCUMENT') !== undefined,
    fullRecordEnabled: find('FULL_RECORD') !== undefined,
    fullRecordStart: find('FULL_RECORD')?.startDate ?? null,
    prospectiveEnabled: find('PROSPECTIVE') !== undefined,
    prospectiveStart: find('PROSPECTIVE')?.startDate ?? null,
    prescriptionOrdering
  }
}
