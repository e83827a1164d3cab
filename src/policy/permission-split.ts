import {
  isAtLeast,
  type RecordAccessLevel
} from '../vocabulary/access-level.ts'
import { addDays, type LocalDate } from '../vocabulary/partial-date.ts'
import {
  grantedPermissions,
  levelOfEntry,
  startDatesOf,
  type RecordPermissions
} from './effective-permissions.ts'
import {
  switchesOf,
  switchPolicy,
  type PatientRecordAccess,
  type PracticeRecordAccess,
  type Switches
} from './record-access-switches.ts'

/** `medicalRecord` of the User Permissions API, by Ruling R11. */
interface RecordPermissionSplit {
  /** First day `current` has held without a break; never in the future. */
  readonly effectiveDate: LocalDate
  /** Rung of entries on or after `effectiveDate`. */
  readonly current: RecordAccessLevel
  /** Rung of entries before it; equal to `current` when nothing is split. */
  readonly historical: RecordAccessLevel
}

/** Ruling R11: the rung of an entry whose two dates are both `day`. */
const levelOn = (
  permissions: RecordPermissions,
  day: LocalDate
): RecordAccessLevel =>
  levelOfEntry(permissions, { clinicalDate: day, recordedDate: day })

const latest = (dates: readonly (LocalDate | null)[]): LocalDate | null =>
  dates.reduce<LocalDate | null>(
    (last, date) =>
      date !== null && (last === null || date > last) ? date : last,
    null
  )

const earliest = (dates: readonly LocalDate[]): LocalDate | null =>
  dates.reduce<LocalDate | null>(
    (first, date) => (first === null || date < first ? date : first),
    null
  )

/**
 * The day one side first granted `level` to every entry; null when it grants
 * none of it. A switch with a start, come or not, grants no whole past.
 */
const grantedOn = (
  access: Switches,
  level: RecordAccessLevel
): LocalDate | null =>
  earliest(
    switchesOf(access).flatMap(({ name, state }) =>
      state.enabled &&
      state.startDate === null &&
      state.changedOn !== null &&
      isAtLeast(switchPolicy(name).grants, level)
        ? [state.changedOn]
        : []
    )
  )

const lastChange = (access: Switches): LocalDate | null =>
  latest(switchesOf(access).map(({ state }) => state.changedOn))

/**
 * Ruling R11. With nothing split, the date is the day the rung was granted:
 * the later of the days on which practice and patient came to grant it; for
 * `NONE`, the day of the last change. Always on or before `today`.
 */
export const recordPermissionSplit = (sides: {
  practice: PracticeRecordAccess
  patient: PatientRecordAccess
  today: LocalDate
}): RecordPermissionSplit => {
  const { practice, patient, today } = sides
  const permissions = grantedPermissions(sides)
  const current = levelOn(permissions, today)
  const split = startDatesOf(permissions).find(
    (day) =>
      levelOn(permissions, day) === current &&
      levelOn(permissions, addDays(day, -1)) !== current
  )
  if (split !== undefined) {
    const historical = levelOn(permissions, addDays(split, -1))
    return { effectiveDate: split, current, historical }
  }
  const granted =
    current === 'NONE'
      ? latest([lastChange(practice), lastChange(patient)])
      : latest([grantedOn(practice, current), grantedOn(patient, current)])
  const effectiveDate = granted !== null && granted < today ? granted : today
  return { effectiveDate, current, historical: current }
}
