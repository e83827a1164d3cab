import { dayNumber, dayText } from '../oracle/days.ts'
import type {
  OraclePersonSwitches,
  OraclePracticeSwitches,
  OracleSwitch
} from '../oracle/rung-oracle.ts'

export const TODAY = '2026-11-23'

const fromToday = (days: number): string => dayText(dayNumber(TODAY) + days)

/**
 * Practices start on the two sides of the day on which patients start, each a
 * day away, so that every day of `MATRIX_DAYS` is the last one before some
 * start and the first one of another. Which of a patient's two starts comes
 * first makes no difference: they test different dates of an entry.
 */
export const LONG_AGO = fromToday(-3)
export const PRACTICE_EARLIER = fromToday(-2)
export const PATIENT_START = fromToday(-1)
export const TOMORROW = fromToday(1)

export const MATRIX_DAYS = [LONG_AGO, PRACTICE_EARLIER, PATIENT_START, TODAY]

const OFF: OracleSwitch = { enabled: false, startDate: null }
const ON: OracleSwitch = { enabled: true, startDate: null }
const from = (startDate: string): OracleSwitch => ({ enabled: true, startDate })

const EITHER = [OFF, ON]

/** Ruling R2: documents never without the coded record. */
const CODED_AND_DOCUMENTS = [
  { DETAILED_CODED: OFF, DOCUMENT: OFF },
  { DETAILED_CODED: ON, DOCUMENT: OFF },
  { DETAILED_CODED: ON, DOCUMENT: ON }
]

const UNDATED = EITHER.flatMap((SUMMARY) =>
  CODED_AND_DOCUMENTS.map((rest) => ({ SUMMARY, ...rest }))
)

const PRACTICE_FULL = [
  OFF,
  ON,
  from(PRACTICE_EARLIER),
  from(TODAY),
  from(TOMORROW)
]
const PATIENT_FULL = [OFF, ON, from(PATIENT_START), from(TOMORROW)]
const PROSPECTIVE = [OFF, from(PATIENT_START), from(TOMORROW)]

/** Every legal way to set a practice’s switches, at these starts. */
export const PRACTICE_SETTINGS: readonly OraclePracticeSwitches[] =
  UNDATED.flatMap((undated) =>
    PRACTICE_FULL.map((FULL_RECORD) => ({ ...undated, FULL_RECORD }))
  )

/** The same for a patient. */
export const PATIENT_SETTINGS: readonly OraclePersonSwitches[] =
  UNDATED.flatMap((undated) =>
    PATIENT_FULL.flatMap((FULL_RECORD) =>
      PROSPECTIVE.map((prospective) => ({
        ...undated,
        FULL_RECORD,
        PROSPECTIVE: prospective
      }))
    )
  )

/** Something is on that grants nothing beside what else is on (Ruling R3). */
const isDoubled = (one: OraclePracticeSwitches): boolean => {
  const on = Object.values<OracleSwitch>({ ...one }).filter(
    ({ enabled }) => enabled
  )
  const { SUMMARY, DETAILED_CODED, FULL_RECORD } = one
  const isWhole = FULL_RECORD.enabled && FULL_RECORD.startDate === null
  return (
    (SUMMARY.enabled && DETAILED_CODED.enabled) || (isWhole && on.length > 1)
  )
}

const isDatedOnly = (one: OraclePracticeSwitches): boolean =>
  !one.SUMMARY.enabled && !one.DETAILED_CODED.enabled

/**
 * Whether two settings are tried together. A side’s rung hangs on its own
 * switches alone, and the lower side counts (R1): so a setting in which a
 * switch is idle, as summary beside the coded record or all else beside an
 * undated full record, is tried only with those settings of the other side
 * where no undated switch below full could stand in for it. All others are
 * tried with all.
 */
export const isTried = (
  practice: OraclePracticeSwitches,
  patient: OraclePersonSwitches
): boolean => {
  if (isDoubled(practice)) return isDatedOnly(patient)
  return !isDoubled(patient) || isDatedOnly(practice)
}

/** How many pairs of settings are tried. */
export const PAIRS_TRIED = PRACTICE_SETTINGS.flatMap((practice) =>
  PATIENT_SETTINGS.filter((patient) => isTried(practice, patient))
).length

/** What is on, in a few letters, for the report of a cell that disagrees. */
export const describeSwitches = (switches: OraclePracticeSwitches): string =>
  Object.entries(switches)
    .flatMap(([name, { enabled, startDate }]: [string, OracleSwitch]) =>
      enabled ? [startDate ? `${name} from ${startDate}` : name] : []
    )
    .join(', ') || 'nothing'
