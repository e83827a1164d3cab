import {
  oracleMarks,
  type OraclePart,
  type OracleTie
} from './closure-oracle.ts'
import { dayNumber, dayText } from './days.ts'
import {
  height,
  oracleRung,
  type OracleDates,
  type OracleRung,
  type OracleSides
} from './rung-oracle.ts'

export interface OracleEntry extends OraclePart, OracleDates {
  readonly area: string
}

export interface OracleRecord {
  readonly entries: readonly OracleEntry[]
  readonly ties: readonly OracleTie[]
}

/** The level table: what an area needs to be shown at all. */
export const oracleNeed = (area: string): OracleRung => {
  if (area === 'ALLERGIES' || area === 'MEDICATIONS') return 'SUMMARY'
  return area === 'DOCUMENTS' ? 'DOCUMENTS' : 'DETAILED'
}

const reachesItsArea = (sides: OracleSides, entry: OracleEntry): boolean =>
  height(oracleRung(sides, entry)) >= height(oracleNeed(entry.area))

/**
 * Rulings R1-R4, R15, R16, R22: the entries a citizen sees, in their order,
 * each with the rung its content is shown at.
 */
export const oracleShown = (
  sides: OracleSides,
  { entries, ties }: OracleRecord
): Map<string, OracleRung> => {
  const hidden = oracleMarks(entries, ties)
  const standing = entries.filter(({ id }) => !hidden.has(id))
  const reached = standing.filter((entry) => reachesItsArea(sides, entry))
  const shown = new Map<string, OracleRung>()
  for (const entry of standing) {
    const issues = ties
      .filter(
        ({ kind, whole }) => kind === 'COURSE_ISSUE' && whole === entry.id
      )
      .map(({ part }) => part)
    if (reached.includes(entry)) shown.set(entry.id, oracleRung(sides, entry))
    else if (reached.some(({ id }) => issues.includes(id))) {
      shown.set(entry.id, oracleNeed(entry.area))
    }
  }
  return shown
}

export const oracleVisibleIds = (
  sides: OracleSides,
  record: OracleRecord
): string[] => [...oracleShown(sides, record).keys()]

/** Ruling R19: tries an entry on, before and after every start there is. */
export const oracleHighestRung = (sides: OracleSides): OracleRung => {
  const people = [sides.patient, ...(sides.proxy ? [sides.proxy] : [])]
  const starts = [
    sides.practice.FULL_RECORD.startDate,
    ...people.flatMap((side) => [
      side.FULL_RECORD.startDate,
      side.PROSPECTIVE.startDate
    ])
  ].flatMap((start) => (start === null ? [] : [dayNumber(start)]))
  const days: (string | null)[] = [null, sides.today]
  for (const start of starts) {
    days.push(dayText(start - 1), dayText(start), dayText(start + 1))
  }
  const rungs = days.flatMap((clinicalDate) =>
    days.map((recordedDate) =>
      oracleRung(sides, { clinicalDate, recordedDate })
    )
  )
  return rungs.reduce((a, b) => (height(a) >= height(b) ? a : b))
}

const CONFIDENTIAL = ['RESTRICTED', 'STAFF_CONFIDENTIAL']
const AWAITING = ['UNFILED', 'UNREVIEWED']
const SIGNALLING = [...CONFIDENTIAL, ...AWAITING]

/**
 * Ruling R18 for the List of these ids: what is missing now and would be seen
 * in a record from which every signalling mark is rubbed out. An entry both
 * confidential and unfiled counts as confidential.
 */
export const oracleListWarnings = (options: {
  sides: OracleSides
  record: OracleRecord
  ids: readonly string[]
  transferPending: boolean
  signalHiddenItems: boolean
}): string[] => {
  const { sides, record, ids } = options
  const marks = oracleMarks(record.entries, record.ties)
  const rubbed = record.entries.map((entry) => ({
    ...entry,
    marks: entry.marks.filter((mark) => !SIGNALLING.includes(mark))
  }))
  const otherwise = oracleVisibleIds(sides, { ...record, entries: rubbed })
  const missing = ids.filter((id) => marks.has(id) && otherwise.includes(id))
  const isConfidential = (id: string): boolean =>
    CONFIDENTIAL.some((mark) => marks.get(id)?.has(mark))
  const warnings: string[] = []
  if (options.signalHiddenItems) {
    if (missing.some(isConfidential)) warnings.push('confidential-items')
    if (!missing.every(isConfidential)) warnings.push('data-awaiting-filing')
  }
  if (options.transferPending) warnings.push('data-in-transit')
  return warnings
}
