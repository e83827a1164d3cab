import { dayNumber } from './days.ts'

export const ORACLE_LADDER = [
  'NONE',
  'SUMMARY',
  'DETAILED',
  'DOCUMENTS',
  'FULL'
] as const

export type OracleRung = (typeof ORACLE_LADDER)[number]

export interface OracleSwitch {
  readonly enabled: boolean
  readonly startDate: string | null
}

export interface OraclePracticeSwitches {
  readonly SUMMARY: OracleSwitch
  readonly DETAILED_CODED: OracleSwitch
  readonly DOCUMENT: OracleSwitch
  readonly FULL_RECORD: OracleSwitch
}

export interface OraclePersonSwitches extends OraclePracticeSwitches {
  readonly PROSPECTIVE: OracleSwitch
}

export interface OracleSides {
  readonly practice: OraclePracticeSwitches
  readonly patient: OraclePersonSwitches
  readonly proxy?: OraclePersonSwitches
  readonly today: string
}

export interface OracleDates {
  readonly clinicalDate: string | null
  readonly recordedDate: string | null
}

export const height = (rung: OracleRung): number => ORACLE_LADDER.indexOf(rung)

const on = (date: string | null, start: string): boolean =>
  date !== null && dayNumber(date) >= dayNumber(start)

const begun = ({ enabled, startDate }: OracleSwitch, today: string): boolean =>
  enabled && (startDate === null || on(today, startDate))

/** Rulings R3 and R4, the part that practice and patient share. */
const givenToEveryEntry = (side: OraclePracticeSwitches): OracleRung[] => {
  const given: OracleRung[] = ['NONE']
  if (side.SUMMARY.enabled) given.push('SUMMARY')
  if (side.DETAILED_CODED.enabled) given.push('DETAILED')
  if (side.DOCUMENT.enabled) given.push('DOCUMENTS')
  if (side.FULL_RECORD.enabled && side.FULL_RECORD.startDate === null) {
    given.push('FULL')
  }
  return given
}

/** Ruling R4: the practice's start looks at either date. */
export const givenByPractice = (
  side: OraclePracticeSwitches,
  entry: OracleDates,
  today: string
): OracleRung[] => {
  const given = givenToEveryEntry(side)
  const start = side.FULL_RECORD.startDate
  if (start === null || !begun(side.FULL_RECORD, today)) return given
  if (on(entry.clinicalDate, start)) given.push('FULL')
  if (on(entry.recordedDate, start)) given.push('FULL')
  return given
}

/** Ruling R4: full looks at the clinical date, prospective at the recorded. */
export const givenByPerson = (
  side: OraclePersonSwitches,
  entry: OracleDates,
  today: string
): OracleRung[] => {
  const given = givenToEveryEntry(side)
  const { FULL_RECORD: full, PROSPECTIVE: prospective } = side
  if (full.startDate !== null && begun(full, today)) {
    if (on(entry.clinicalDate, full.startDate)) given.push('FULL')
  }
  if (prospective.startDate !== null && begun(prospective, today)) {
    if (on(entry.recordedDate, prospective.startDate)) given.push('FULL')
  }
  return given
}

/** Rulings R1, R31: the best rung that every side gives this entry. */
export const oracleRung = (
  sides: OracleSides,
  entry: OracleDates
): OracleRung => {
  const gifts = [
    givenByPractice(sides.practice, entry, sides.today),
    givenByPerson(sides.patient, entry, sides.today)
  ]
  if (sides.proxy) gifts.push(givenByPerson(sides.proxy, entry, sides.today))
  const agreed = ORACLE_LADDER.filter((rung) =>
    gifts.every((given) => given.some((one) => height(one) >= height(rung)))
  )
  return agreed.at(-1) ?? 'NONE'
}
