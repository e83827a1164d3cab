/** What is seen, in ladder order (rulings: a *rung*). */
export const RECORD_ACCESS_LEVELS = [
  'NONE',
  'SUMMARY',
  'DETAILED',
  'DOCUMENTS',
  'FULL'
] as const

export type RecordAccessLevel = (typeof RECORD_ACCESS_LEVELS)[number]

/** What staff turn on (rulings: a *switch*). */
export const RECORD_ACCESS_SWITCHES = [
  'SUMMARY',
  'DETAILED_CODED',
  'DOCUMENT',
  'FULL_RECORD',
  'PROSPECTIVE'
] as const

export type RecordAccessSwitch = (typeof RECORD_ACCESS_SWITCHES)[number]

export const PRACTICE_RECORD_ACCESS_SWITCHES = [
  'SUMMARY',
  'DETAILED_CODED',
  'DOCUMENT',
  'FULL_RECORD'
] as const satisfies readonly RecordAccessSwitch[]

export type PracticeRecordAccessSwitch =
  (typeof PRACTICE_RECORD_ACCESS_SWITCHES)[number]

const rank = (level: RecordAccessLevel): number =>
  RECORD_ACCESS_LEVELS.indexOf(level)

export const isAtLeast = (
  level: RecordAccessLevel,
  required: RecordAccessLevel
): boolean => rank(level) >= rank(required)

export const lowestLevel = (
  levels: readonly RecordAccessLevel[]
): RecordAccessLevel =>
  levels.reduce((low, level) => (isAtLeast(level, low) ? low : level), 'FULL')

export const highestLevel = (
  levels: readonly RecordAccessLevel[]
): RecordAccessLevel =>
  levels.reduce(
    (high, level) => (isAtLeast(high, level) ? high : level),
    'NONE'
  )
