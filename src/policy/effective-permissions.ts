import {
  highestLevel,
  isAtLeast,
  lowestLevel,
  type RecordAccessLevel
} from '../vocabulary/access-level.ts'
import type { LocalDate } from '../vocabulary/partial-date.ts'
import type {
  PatientRecordAccess,
  PracticeRecordAccess,
  SwitchState
} from './record-access-switches.ts'

/** The two days every entry has (Ruling R22); null when not recorded. */
export interface EntryDates {
  readonly clinicalDate: LocalDate | null
  readonly recordedDate: LocalDate | null
}

/** Ruling R4: each switch tests dates of its own, clinical or recorded. */
export type DateAxis = keyof EntryDates

/** Reaches an entry with any of `axes` on or after `from`; null: every entry. */
interface DateReach {
  readonly axes: readonly DateAxis[]
  readonly from: LocalDate | null
}

/** What one side (patient, practice, proxy) grants: Ruling R3. */
interface Grant {
  readonly source: 'PATIENT' | 'PRACTICE' | 'PROXY'
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

const baseOf = (access: PracticeRecordAccess): RecordAccessLevel =>
  highestLevel([
    access.SUMMARY.enabled ? 'SUMMARY' : 'NONE',
    access.DETAILED_CODED.enabled ? 'DETAILED' : 'NONE',
    access.DOCUMENT.enabled ? 'DOCUMENTS' : 'NONE'
  ])

/** Ruling R4: a start in the future reaches nothing until it has come. */
const reachOf = (
  { enabled, startDate }: SwitchState,
  axes: readonly DateAxis[],
  today: LocalDate
): readonly DateReach[] =>
  enabled && (startDate === null || startDate <= today)
    ? [{ axes, from: startDate }]
    : []

/**
 * Ruling R4: the practice's start date holds on either axis, so that it is a
 * ceiling of `PROSPECTIVE` as well. `today` in Europe/London.
 */
export const practiceGrant = (
  access: PracticeRecordAccess,
  today: LocalDate
): Grant => ({
  source: 'PRACTICE',
  base: baseOf(access),
  full: reachOf(access.FULL_RECORD, ['clinicalDate', 'recordedDate'], today)
})

/** The patient's own switches; a proxy's are the same machinery (R31). */
const personGrant = (
  access: PatientRecordAccess,
  today: LocalDate,
  source: 'PATIENT' | 'PROXY' = 'PATIENT'
): Grant => ({
  source,
  base: baseOf(access),
  full: [
    ...reachOf(access.FULL_RECORD, ['clinicalDate'], today),
    ...(access.PROSPECTIVE.startDate === null
      ? []
      : reachOf(access.PROSPECTIVE, ['recordedDate'], today))
  ]
})

/**
 * Ruling R1: the practice is a ceiling, by rung; Ruling R31: a proxy sees at
 * most what the patient's record is granted.
 */
export const grantedPermissions = (sides: {
  practice: PracticeRecordAccess
  patient: PatientRecordAccess
  proxy?: PatientRecordAccess
  today: LocalDate
}): RecordPermissions => ({
  kind: 'GRANTED',
  grants: [
    practiceGrant(sides.practice, sides.today),
    personGrant(sides.patient, sides.today),
    ...(sides.proxy ? [personGrant(sides.proxy, sides.today, 'PROXY')] : [])
  ]
})

/** Ruling R4: a date that is missing on the tested axis is not reached. */
export const reaches = (reach: DateReach, dates: EntryDates): boolean =>
  reach.from === null ||
  reach.axes.some((axis) => {
    const date = dates[axis]
    return date !== null && reach.from !== null && date >= reach.from
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
