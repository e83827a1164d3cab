import type { Database } from '../../../database/sql.ts'
import type { RecordPermissions } from '../../../policy/effective-permissions.ts'
import {
  visible,
  type EntryFacts,
  type Visible
} from '../../../policy/record-access.ts'
import type { EntryBatch, LoadedEntries } from '../area.ts'
import { loadEntryTable } from '../entry-table.loader.ts'
import {
  NOTE_KIND,
  OBSERVATION_KIND,
  type ObservationRow
} from '../observations/observation.row.ts'
import { REPORT_COLUMNS } from './investigation.columns.ts'
import type { InvestigationEntry } from './investigation.entry.ts'
import {
  REPORT_KIND,
  REQUEST_KIND,
  SPECIMEN_KIND,
  type InvestigationReportRow
} from './investigation.row.ts'
import { loadReportParts, type ReportParts } from './report-parts.loader.ts'

type ReportBatch = EntryBatch<never>
type Report = Visible<InvestigationReportRow>

const loadReports = (db: Database, batch: ReportBatch) =>
  loadEntryTable<InvestigationReportRow, never, EntryFacts>(
    db,
    {
      area: 'INVESTIGATIONS',
      table: 'investigation_report',
      columns: REPORT_COLUMNS,
      kind: REPORT_KIND,
      candidate: REPORT_KIND.facts
    },
    batch
  )

const byReport = (shown: readonly Visible<ObservationRow>[]) =>
  Map.groupBy(shown, ({ reportId }) => reportId)

/** Parts by where they belong, after the policy. */
const createAssembly = (permissions: RecordPermissions, parts: ReportParts) => {
  const requests = visible(permissions, parts.requests, REQUEST_KIND)
  const specimens = visible(permissions, parts.specimens, SPECIMEN_KIND)
  const ofKind = Map.groupBy(parts.observations, ({ kind }) => kind)
  const tests = (kind: 'TEST_GROUP' | 'TEST_RESULT') =>
    byReport(visible(permissions, ofKind.get(kind) ?? [], OBSERVATION_KIND))
  const headers = tests('TEST_GROUP')
  const results = tests('TEST_RESULT')
  const comments = byReport(
    visible(permissions, ofKind.get('FILING_COMMENT') ?? [], NOTE_KIND)
  )
  return (report: Report): InvestigationEntry => {
    const shown = headers.get(report.id) ?? []
    const groups = new Set(shown.map(({ id }) => id))
    const byGroup = Map.groupBy(results.get(report.id) ?? [], ({ groupId }) =>
      groupId !== null && groups.has(groupId) ? groupId : null
    )
    return {
      report,
      requests: requests.filter(({ id }) => report.requestIds.includes(id)),
      specimens: specimens.filter(({ id }) => report.specimenIds.includes(id)),
      groups: shown.map((header) => ({
        header,
        results: byGroup.get(header.id) ?? []
      })),
      results: byGroup.get(null) ?? [],
      filingComments: comments.get(report.id) ?? []
    }
  }
}

/** A hidden part of a report that is shown counts as well (Ruling R18). */
const factsOfParts = (
  parts: ReportParts
): readonly (readonly [patientId: string, facts: EntryFacts])[] => [
  ...parts.requests.map(
    (row) => [row.patientId, REQUEST_KIND.facts(row)] as const
  ),
  ...parts.specimens.map(
    (row) => [row.patientId, SPECIMEN_KIND.facts(row)] as const
  ),
  ...parts.observations.map(
    (row) => [row.patientId, OBSERVATION_KIND.facts(row)] as const
  )
]

/** Four statements: reports, then requests, specimens and observations. */
export const loadInvestigations = async (
  db: Database,
  batch: ReportBatch
): Promise<
  ReadonlyMap<string, LoadedEntries<InvestigationEntry, EntryFacts>>
> => {
  const loaded = await loadReports(db, batch)
  const reports = [...loaded.values()].flatMap(({ entries }) => entries)
  const parts = await loadReportParts(db, reports, batch)
  const assemble = createAssembly(batch.permissions, parts)
  const facts = Map.groupBy(
    batch.withHidden ? factsOfParts(parts) : [],
    ([patientId]) => patientId
  )
  return new Map(
    [...loaded].map(([patientId, { entries, candidates, ...page }]) => [
      patientId,
      {
        ...page,
        entries: entries.map(assemble),
        candidates: [
          ...candidates,
          ...(facts.get(patientId) ?? []).map(([, own]) => own)
        ]
      }
    ])
  )
}
