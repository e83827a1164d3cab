import type { WriteOutcome } from '../record/record-writer.ts'
import type {
  FileResult,
  Finding,
  ImportReport,
  OutcomeCounts
} from './import-report.ts'

const OUTCOMES = ['CREATED', 'UPDATED', 'UNCHANGED'] as const

const NAMED_AT_MOST = 5

const countsLine = (counts: OutcomeCounts): string =>
  OUTCOMES.map((name) => `${counts[name]} ${name.toLowerCase()}`).join(', ')

const typeOf = ({ subject }: Finding): string => subject.split('/')[0] ?? ''

/** Items of one list are told together. */
const whereOf = (finding: Finding): string =>
  (finding.path ?? typeOf(finding)).replaceAll(/\[\d+\]/g, '')

/** Equal ones in one line, with the first few resources by name. */
const findingLines = (
  findings: readonly Finding[],
  kind: Finding['kind']
): string[] => {
  const groups = Map.groupBy(
    findings.filter((finding) => finding.kind === kind),
    (finding) => `${whereOf(finding)}: ${finding.reason}`
  )
  return [...groups].map(([line, group]) => {
    const named = group
      .map(({ subject }) => subject)
      .filter((subject) => subject.includes('/'))
    const shown = named.slice(0, NAMED_AT_MOST)
    const more = named.length - shown.length
    const names = [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(
      ', '
    )
    const times = group.length > 1 ? `${group.length} × ` : ''
    return `    ${times}${line}${names === '' ? '' : ` (${names})`}`
  })
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`  ${title}:`, ...lines]

const lengthOfLongest = (texts: Iterable<string>): number =>
  Math.max(0, ...[...texts].map((text) => text.length))

const reportLines = (report: ImportReport): string[] => {
  const width = lengthOfLongest(report.counts.keys())
  return [
    ...[...report.counts].map(
      ([name, counts]) => `  ${name.padEnd(width)}  ${countsLine(counts)}`
    ),
    ...section('Not taken', findingLines(report.findings, 'NOT_TAKEN')),
    ...section('Taken differently', findingLines(report.findings, 'CHANGED')),
    ...section(
      'Held here, missing from the file, kept',
      report.kept.map(({ type, identifier }) => `    ${type} ${identifier}`)
    )
  ]
}

/** Names and ids are the source's: none may control the terminal. */
const printable = (line: string): string =>
  line.replaceAll(/\p{Cc}/gu, '\uFFFD')

/** What is said of one file, line by line. */
export const fileLines = (result: FileResult, dryRun: boolean): string[] =>
  linesOf(result, dryRun).map(printable)

const linesOf = (
  { file, reason, report }: FileResult,
  dryRun: boolean
): string[] => {
  if (!report) return [`${file}: refused, nothing stored: it ${reason}`]
  const done = dryRun ? 'would be imported' : 'imported'
  const isNew = report.practiceCreated ? ', new here with everything off' : ''
  return [
    `${file}: ${done} for practice ${report.practice}${isNew}`,
    ...reportLines(report)
  ]
}

const total = ({ report }: FileResult, outcome: WriteOutcome): string =>
  report
    ? String(
        [...report.counts.values()].reduce((sum, one) => sum + one[outcome], 0)
      )
    : '-'

const lost = ({ report }: FileResult): string =>
  report
    ? String(report.findings.filter(({ kind }) => kind === 'NOT_TAKEN').length)
    : '-'

/** All files of a folder in one table. */
export const summaryTable = (files: readonly FileResult[]): string[] => {
  const rows = [
    ['File', 'Result', 'Created', 'Updated', 'Unchanged', 'Not taken'],
    ...files.map((one) => [
      one.file,
      one.outcome.toLowerCase(),
      ...OUTCOMES.map((outcome) => total(one, outcome)),
      lost(one)
    ])
  ]
  const widths = (rows[0] ?? []).map((_title, column) =>
    lengthOfLongest(rows.map((row) => row[column] ?? ''))
  )
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return column < 2 ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  ')
      .trimEnd()
  )
}
