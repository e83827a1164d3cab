import {
  highestLevel,
  isAtLeast,
  lowestLevel,
  type RecordAccessLevel
} from '../vocabulary/access-level.ts'
import type { LocalDate } from '../vocabulary/partial-date.ts'
import {
  switchPolicy,
  type PatientRecordAccess,
  type PracticeRecordAccess,
  type Switches
} from './record-access-switches.ts'
import {
  reaches,
  switchGrants,
  type DateAxis,
  type DateReach,
  type EntryDates,
  type GrantSide,
  type SwitchGrant
} from './switch-grants.ts'

export type { DateAxis, EntryDates } from './switch-grants.ts'

/** What one side (patient, practice, proxy) grants: Ruling R3. */
interface Grant {
  readonly source: GrantSide
  /** Granted to every entry. */
  readonly base: RecordAccessLevel
  /** Entries any of these reaches are granted full. */
  readonly full: readonly DateReach[]
}

/** Staff see the whole record (Ruling R23); citizens the lowest of grants. */
export type RecordPermissions =
  | { readonly kind: 'WHOLE_RECORD' }
  | { readonly kind: 'GRANTED'; readonly grants: readonly Grant[] }

/** Ruling R23: for staff alone; no set of switches adds up to it. */
export const WHOLE_RECORD: RecordPermissions = { kind: 'WHOLE_RECORD' }

/** Later than any entry: what reaches it reaches something. */
const END_OF_TIME: LocalDate = '9999-12-31'

const isDated = ({ name }: SwitchGrant): boolean =>
  switchPolicy(name).startDate !== 'NONE'

const grantOf = (
  source: GrantSide,
  access: Switches,
  today: LocalDate
): Grant => {
  const reaching = switchGrants(source, access, today).flatMap((one) =>
    one.reach ? [{ ...one, reach: one.reach }] : []
  )
  return {
    source,
    base: highestLevel(
      reaching.filter((one) => !isDated(one)).map(({ grants }) => grants)
    ),
    full: reaching.filter(isDated).map(({ reach }) => reach)
  }
}

/** The practice's side alone: what it lets any patient see at most (R1). */
export const practiceGrant = (
  access: PracticeRecordAccess,
  today: LocalDate
): Grant => grantOf('PRACTICE', access, today)

/** Everybody whose switches count, on one day in Europe/London. */
export interface GrantingSides {
  readonly practice: PracticeRecordAccess
  readonly patient: PatientRecordAccess
  readonly proxy?: PatientRecordAccess
  readonly today: LocalDate
}

/**
 * Ruling R1: the practice is a ceiling, by rung; Ruling R31: a proxy sees at
 * most what the patient's record is granted.
 */
export const grantedPermissions = (
  sides: GrantingSides
): RecordPermissions => ({
  kind: 'GRANTED',
  grants: [
    practiceGrant(sides.practice, sides.today),
    grantOf('PATIENT', sides.patient, sides.today),
    ...(sides.proxy ? [grantOf('PROXY', sides.proxy, sides.today)] : [])
  ]
})

/** The rung one side grants an entry with these dates. */
const grantLevel = (grant: Grant, dates: EntryDates): RecordAccessLevel =>
  grant.full.some((reach) => reaches(reach, dates)) ? 'FULL' : grant.base

/** Rulings R1, R31: the rung of an entry is the lowest any side grants. */
export const levelOfEntry = (
  permissions: RecordPermissions,
  dates: EntryDates
): RecordAccessLevel =>
  permissions.kind === 'WHOLE_RECORD'
    ? 'FULL'
    : lowestLevel(permissions.grants.map((grant) => grantLevel(grant, dates)))

/** Ruling R3: the rung that one side alone grants; a missing side all. */
export const levelOfSide = (
  permissions: RecordPermissions,
  side: GrantSide,
  dates: EntryDates
): RecordAccessLevel =>
  permissions.kind === 'WHOLE_RECORD'
    ? 'FULL'
    : levelOfEntry(
        {
          kind: 'GRANTED',
          grants: permissions.grants.filter(({ source }) => source === side)
        },
        dates
      )

/** The days at which a rung can change (Ruling R4). */
export const startDatesOf = (permissions: RecordPermissions): LocalDate[] =>
  permissions.kind === 'WHOLE_RECORD'
    ? []
    : permissions.grants.flatMap(({ full }) =>
        full.flatMap(({ from }) => (from === null ? [] : [from]))
      )

/** The highest rung an entry of any date could have (Ruling R19). */
export const highestPossibleLevel = (
  permissions: RecordPermissions
): RecordAccessLevel =>
  levelOfEntry(permissions, {
    clinicalDate: END_OF_TIME,
    recordedDate: END_OF_TIME
  })

/** One way to pass: the date on `axis` is on or after `from`. */
export interface DateTest {
  readonly axis: DateAxis
  readonly from: LocalDate
}

/**
 * The entries at `level` or above, for a row filter: every group must hold,
 * each by at least one of its tests. No group: every entry; an empty group:
 * none.
 */
export type VisibilityWindow = readonly (readonly DateTest[])[]

const windowOfGrant = (
  grant: Grant,
  level: RecordAccessLevel
): VisibilityWindow => {
  if (isAtLeast(grant.base, level)) return []
  const tests: DateTest[] = []
  for (const { axes, from } of grant.full) {
    if (from === null) return []
    tests.push(...axes.map((axis) => ({ axis, from })))
  }
  return [tests]
}

/**
 * Ruling R4 as a row filter: the database keeps back what the level does not
 * show, so that pages and counts never include it.
 */
export const visibilityWindow = (
  permissions: RecordPermissions,
  level: RecordAccessLevel
): VisibilityWindow =>
  permissions.kind === 'WHOLE_RECORD'
    ? []
    : permissions.grants.flatMap((grant) => windowOfGrant(grant, level))

/** The filter for rows already read; agrees with `levelOfEntry` (R4). */
export const isInWindow = (
  window: VisibilityWindow,
  dates: EntryDates
): boolean =>
  window.every((group) =>
    group.some(({ axis, from }) => reaches({ axes: [axis], from }, dates))
  )
