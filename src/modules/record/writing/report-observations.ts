import type { Identifier } from '../../../vocabulary/coding.ts'
import type { InvestigationReportContent } from '../entry-content.ts'
import type { Written } from '../record-writer.ts'
import type { ReportDates } from './entry-dates.ts'
import type { ReportObservation } from './observation-table.service.ts'
import { sourceKeyOf } from './source-key.ts'

/** Ids of what was written so far, by source key. */
type Ids = ReadonlyMap<string, string>

interface PlacedReport {
  readonly content: InvestigationReportContent
  readonly dates: ReportDates
  readonly reportId: string
}

export const idsIn = (written: ReadonlyMap<string, Written>): Ids =>
  new Map([...written].map(([key, { id }]) => [key, id]))

const idOf = (ids: Ids, identifier: Identifier | null): string | null => {
  if (identifier === null) return null
  const id = ids.get(sourceKeyOf(identifier))
  if (id === undefined) throw new Error('A report names a part it lacks')
  return id
}

export const groupsOf = (
  { content, ...report }: PlacedReport,
  specimens: Ids
): ReportObservation[] =>
  content.groups.map(({ specimen, ...own }) => ({
    ...own,
    ...report,
    groupId: null,
    aboutId: null,
    specimenId: idOf(specimens, specimen)
  }))

export const resultsOf = (
  { content, ...report }: PlacedReport,
  { groups, specimens }: { groups: Ids; specimens: Ids }
): ReportObservation[] =>
  content.results.map(({ group, specimen, ...own }) => ({
    ...own,
    ...report,
    groupId: idOf(groups, group),
    aboutId: null,
    specimenId: idOf(specimens, specimen)
  }))

/** `tests`: groups and results. */
export const commentsOf = (
  { content, ...report }: PlacedReport,
  tests: Ids
): ReportObservation[] =>
  content.filingComments.map(({ about, ...own }) => ({
    ...own,
    ...report,
    groupId: null,
    aboutId: idOf(tests, about),
    specimenId: null
  }))
