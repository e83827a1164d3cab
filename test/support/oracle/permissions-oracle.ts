import { dayNumber, dayText } from './days.ts'
import {
  givenByPerson,
  givenByPractice,
  height,
  oracleRung,
  type OraclePersonSwitches,
  type OraclePracticeSwitches,
  type OracleRung,
  type OracleSwitch
} from './rung-oracle.ts'

type Dated<Switches> = {
  readonly [Name in keyof Switches]: OracleSwitch & {
    readonly changedOn: string | null
  }
}

export interface OracleConfiguration {
  readonly practice: Dated<OraclePracticeSwitches>
  readonly patient: Dated<OraclePersonSwitches>
  readonly today: string
}

export interface OraclePermissions {
  readonly current: OracleRung
  readonly historical: OracleRung
  /** Null: the ruling names no day, any that is not in the future will do. */
  readonly effectiveDate: string | null
}

const NEVER = { clinicalDate: null, recordedDate: null }
const OFF = { enabled: false, startDate: null, changedOn: null }
const ALL_OFF = {
  SUMMARY: OFF,
  DETAILED_CODED: OFF,
  DOCUMENT: OFF,
  FULL_RECORD: OFF,
  PROSPECTIVE: OFF
}

/** Each switch of a side by itself, with the day it was set. */
const practiceAlone = (side: Dated<OraclePracticeSwitches>) => [
  { ...ALL_OFF, SUMMARY: side.SUMMARY, set: side.SUMMARY.changedOn },
  {
    ...ALL_OFF,
    DETAILED_CODED: side.DETAILED_CODED,
    set: side.DETAILED_CODED.changedOn
  },
  { ...ALL_OFF, DOCUMENT: side.DOCUMENT, set: side.DOCUMENT.changedOn },
  { ...ALL_OFF, FULL_RECORD: side.FULL_RECORD, set: side.FULL_RECORD.changedOn }
]

const personAlone = (side: Dated<OraclePersonSwitches>) => [
  ...practiceAlone(side),
  { ...ALL_OFF, PROSPECTIVE: side.PROSPECTIVE, set: side.PROSPECTIVE.changedOn }
]

/** "The date the rung was granted": on each side the first day a switch was
 * set that alone gives it to the whole past; of the two, the later. */
const grantedOn = (
  { practice, patient, today }: OracleConfiguration,
  rung: OracleRung
): number => {
  const enough = (given: OracleRung[]): boolean =>
    given.some((one) => height(one) >= height(rung))
  const dayOf = ({ set }: { set: string | null }): number[] =>
    set === null ? [] : [dayNumber(set)]
  const sides = [
    practiceAlone(practice)
      .filter((alone) => enough(givenByPractice(alone, NEVER, today)))
      .flatMap(dayOf),
    personAlone(patient)
      .filter((alone) => enough(givenByPerson(alone, NEVER, today)))
      .flatMap(dayOf)
  ]
  const known = sides.filter((days) => days.length > 0)
  return known.length === 0
    ? dayNumber(today)
    : Math.max(...known.map((days) => Math.min(...days)))
}

/**
 * Ruling R11, by walking back day by day from today over hypothetical entries
 * for `horizon` days; no start may lie further back.
 */
export const oraclePermissions = (
  configuration: OracleConfiguration,
  horizon: number
): OraclePermissions => {
  const now = dayNumber(configuration.today)
  const rungOn = (number: number): OracleRung => {
    const day = dayText(number)
    return oracleRung(configuration, { clinicalDate: day, recordedDate: day })
  }
  const current = rungOn(now)
  for (let day = now; day > now - horizon; day -= 1) {
    const historical = rungOn(day - 1)
    if (historical !== current) {
      return { current, historical, effectiveDate: dayText(day) }
    }
  }
  const effectiveDate =
    current === 'NONE'
      ? null
      : dayText(Math.min(grantedOn(configuration, current), now))
  return { current, historical: current, effectiveDate }
}
