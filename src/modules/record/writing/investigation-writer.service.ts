import type { PatientKey } from '../area.ts'
import type {
  EntrySource,
  InvestigationReportContent
} from '../entry-content.ts'
import type { Written, WrittenInvestigation } from '../record-writer.ts'
import { reportDates, type ReportDates } from './entry-dates.ts'
import { writeEntries } from './entry-store.service.ts'
import type { EntryTable } from './entry-table.service.ts'
import {
  REPORT_TABLE,
  REQUEST_TABLE,
  SPECIMEN_TABLE
} from './investigation-tables.service.ts'
import {
  FILING_COMMENT_TABLE,
  TEST_GROUP_TABLE,
  TEST_RESULT_TABLE,
  type ReportObservation
} from './observation-table.service.ts'
import {
  commentsOf,
  groupsOf,
  idsIn,
  resultsOf
} from './report-observations.ts'
import { sourceKeyOf } from './source-key.ts'
import type { WriteSession } from './write-session.service.ts'

interface Writing {
  readonly session: WriteSession
  readonly patient: PatientKey
}

/** A report with its dates, and its id once it has one. */
interface Report {
  readonly content: InvestigationReportContent
  readonly dates: ReportDates
}

const keyOf = ({ identifiers: [first] }: EntrySource): string =>
  sourceKeyOf(first)

/** By source key. */
const writeEach = async <Content extends EntrySource>(
  { session, patient }: Writing,
  table: EntryTable<Content>,
  contents: readonly Content[]
): Promise<ReadonlyMap<string, Written>> => {
  const written = await writeEntries(session, table, { patient, contents })
  return new Map(
    contents.flatMap((content, index) => {
      const one = written[index]
      return one ? [[keyOf(content), one] as const] : []
    })
  )
}

/** Several reports may name one request or specimen: the first one dates it. */
const writeShared = <Content extends EntrySource>(
  writing: Writing,
  table: EntryTable<Content>,
  contents: readonly Content[]
): Promise<ReadonlyMap<string, Written>> => {
  const unique = new Map<string, Content>()
  for (const content of contents) {
    const key = keyOf(content)
    if (!unique.has(key)) unique.set(key, content)
  }
  return writeEach(writing, table, [...unique.values()])
}

const inOrder = (
  written: ReadonlyMap<string, Written>,
  contents: readonly EntrySource[]
): Written[] => contents.flatMap((one) => written.get(keyOf(one)) ?? [])

const toReport = (
  { content, dates }: Report,
  ids: { requestIds: readonly string[]; specimenIds: readonly string[] }
) => {
  const {
    requests: _requests,
    specimens: _specimens,
    groups: _groups,
    results: _results,
    filingComments: _comments,
    ...own
  } = content
  return { ...own, ...ids, dates }
}

const writeReports = async (writing: Writing, reports: readonly Report[]) => {
  const requests = await writeShared(
    writing,
    REQUEST_TABLE,
    reports.flatMap(({ content, dates }) =>
      content.requests.map((request) => ({ ...request, dates }))
    )
  )
  const specimens = await writeShared(
    writing,
    SPECIMEN_TABLE,
    reports.flatMap(({ content, dates }) =>
      content.specimens.map((specimen) => ({ ...specimen, dates }))
    )
  )
  const { session, patient } = writing
  const contents = reports.map((report) => {
    const requested = inOrder(requests, report.content.requests)
    const taken = inOrder(specimens, report.content.specimens)
    return toReport(report, {
      requestIds: requested.map(({ id }) => id),
      specimenIds: taken.map(({ id }) => id)
    })
  })
  const written = await writeEntries(session, REPORT_TABLE, {
    patient,
    contents
  })
  return { requests, specimens, reports: written }
}

type Head = Awaited<ReturnType<typeof writeReports>>

/** Groups before the results in them, and comments on either last. */
const writeObservations = async (
  writing: Writing,
  reports: readonly Report[],
  head: Head
) => {
  const specimens = idsIn(head.specimens)
  const placed = reports.flatMap(({ content, dates }, index) => {
    const reportId = head.reports[index]?.id
    return reportId === undefined ? [] : [{ content, dates, reportId }]
  })
  const write = (
    table: EntryTable<ReportObservation>,
    contents: readonly ReportObservation[]
  ) => writeEach(writing, table, contents)
  const groups = await write(
    TEST_GROUP_TABLE,
    placed.flatMap((report) => groupsOf(report, specimens))
  )
  const places = { groups: idsIn(groups), specimens }
  const results = await write(
    TEST_RESULT_TABLE,
    placed.flatMap((report) => resultsOf(report, places))
  )
  const tests = idsIn(new Map([...groups, ...results]))
  const filingComments = await write(
    FILING_COMMENT_TABLE,
    placed.flatMap((report) => commentsOf(report, tests))
  )
  return { groups, results, filingComments }
}

/** Reports with all their parts; parts missing from the content are kept. */
export const writeInvestigations = async (
  session: WriteSession,
  patient: PatientKey,
  contents: readonly InvestigationReportContent[]
): Promise<WrittenInvestigation[]> => {
  const writing = { session, patient }
  const reports = contents.map((content) => ({
    content,
    dates: reportDates(content)
  }))
  const head = await writeReports(writing, reports)
  const tests = await writeObservations(writing, reports, head)
  return contents.flatMap((content, index) => {
    const report = head.reports[index]
    if (!report) return []
    return [
      {
        report,
        requests: inOrder(head.requests, content.requests),
        specimens: inOrder(head.specimens, content.specimens),
        groups: inOrder(tests.groups, content.groups),
        results: inOrder(tests.results, content.results),
        filingComments: inOrder(tests.filingComments, content.filingComments)
      }
    ]
  })
}
