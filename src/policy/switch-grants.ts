import type {
  RecordAccessLevel,
  RecordAccessSwitch
} from '../vocabulary/access-level.ts'
import type { LocalDate } from '../vocabulary/partial-date.ts'
import {
  switchesOf,
  switchPolicy,
  type Switches,
  type SwitchState
} from './record-access-switches.ts'

/** The two days every entry has (Ruling R22); null when not recorded. */
export interface EntryDates {
  readonly clinicalDate: LocalDate | null
  readonly recordedDate: LocalDate | null
}

/** Ruling R4: each switch tests dates of its own, clinical or recorded. */
export type DateAxis = keyof EntryDates

/** Reaches an entry with any of `axes` on or after `from`; null: every entry. */
export interface DateReach {
  readonly axes: readonly DateAxis[]
  readonly from: LocalDate | null
}

/** Whose switches they are. */
export const GRANT_SIDES = ['PATIENT', 'PRACTICE', 'PROXY'] as const

/** Rulings R1, R31: what is seen is the lowest that any side grants. */
export type GrantSide = (typeof GRANT_SIDES)[number]

/** What one switch of a side grants to the entries it reaches (R3, R4). */
export interface SwitchGrant {
  readonly name: RecordAccessSwitch
  readonly state: SwitchState
  readonly grants: RecordAccessLevel
  /** Null while it reaches nothing: off, or its start has not come. */
  readonly reach: DateReach | null
}

const EVERY_ENTRY: DateReach = { axes: [], from: null }

/**
 * Ruling R4: the practice's start date holds on either axis, so that it is a
 * ceiling of `PROSPECTIVE` as well.
 */
const testedAxes = (
  side: GrantSide,
  name: RecordAccessSwitch
): readonly DateAxis[] => {
  if (name === 'PROSPECTIVE') return ['recordedDate']
  return side === 'PRACTICE'
    ? ['clinicalDate', 'recordedDate']
    : ['clinicalDate']
}

/** Ruling R4: a start in the future reaches nothing until it has come. */
const reachOf = (
  side: GrantSide,
  { name, state }: { name: RecordAccessSwitch; state: SwitchState },
  today: LocalDate
): DateReach | null => {
  const { enabled, startDate } = state
  const dated = switchPolicy(name).startDate
  if (!enabled) return null
  if (dated === 'NONE') return EVERY_ENTRY
  const begun = startDate === null ? dated !== 'MANDATORY' : startDate <= today
  return begun ? { axes: testedAxes(side, name), from: startDate } : null
}

/**
 * Every switch of one side with what it grants today (Europe/London), in the
 * order of the ladder. All that is granted is put together from these.
 */
export const switchGrants = (
  side: GrantSide,
  access: Switches,
  today: LocalDate
): SwitchGrant[] =>
  switchesOf(access).map(({ name, state }) => ({
    name,
    state,
    grants: switchPolicy(name).grants,
    reach: reachOf(side, { name, state }, today)
  }))

/**
 * The axes on which `reach` reaches an entry with a start date. Ruling R4: a
 * date that is missing on the tested axis is not reached.
 */
export const reachingAxes = (
  { axes, from }: DateReach,
  dates: EntryDates
): DateAxis[] =>
  axes.filter((axis) => {
    const date = dates[axis]
    return from !== null && date !== null && date >= from
  })

/** Whether an entry with these dates is among those reached (Ruling R4). */
export const reaches = (reach: DateReach, dates: EntryDates): boolean =>
  reach.from === null || reachingAxes(reach, dates).length > 0
