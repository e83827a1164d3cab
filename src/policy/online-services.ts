import {
  isAtLeast,
  type RecordAccessLevel
} from '../vocabulary/access-level.ts'
import type { PrescriptionAccessLevel } from '../vocabulary/citizen-service.ts'
import type { LocalDate } from '../vocabulary/partial-date.ts'
import {
  grantedPermissions,
  highestPossibleLevel,
  type RecordPermissions
} from './effective-permissions.ts'
import { comparePermissions } from './permission-changes.ts'
import { wouldBeAnswered, type PatientStanding } from './online-access.ts'
import type {
  PatientRecordAccess,
  PracticeRecordAccess
} from './record-access-switches.ts'

/** Prescription ordering has one switch on each side (Ruling R7). */
export interface OrderingSwitches {
  readonly practice: boolean
  readonly patient: boolean
}

/** All that staff configured of one patient's online services. */
export interface PatientConfiguration {
  readonly practiceAccess: PracticeRecordAccess
  readonly patientAccess: PatientRecordAccess
  readonly ordering: OrderingSwitches
  readonly standing: PatientStanding
}

/** What a patient, calling now, may see and do. */
export interface OnlineServices {
  /** At most, of any entry. */
  readonly record: RecordAccessLevel
  readonly prescriptions: PrescriptionAccessLevel
  /** By entry; null: nothing. */
  readonly permissions: RecordPermissions | null
}

/**
 * E00170, Ruling R7: ordering needs both switches; without it prescriptions
 * can still be looked at from summary on.
 */
export const prescriptionAccess = (
  ordering: OrderingSwitches,
  permissions: RecordPermissions
): PrescriptionAccessLevel => {
  if (ordering.practice && ordering.patient) return 'MANAGE'
  return isAtLeast(highestPossibleLevel(permissions), 'SUMMARY')
    ? 'VIEW'
    : 'NONE'
}

/** Nothing at all while the patient's own calls are refused (R6, R10, R24). */
export const onlineServicesOf = (
  configuration: PatientConfiguration,
  today: LocalDate
): OnlineServices => {
  const { practiceAccess, patientAccess, ordering, standing } = configuration
  if (!wouldBeAnswered(standing, today).allowed) {
    return { record: 'NONE', prescriptions: 'NONE', permissions: null }
  }
  const permissions = grantedPermissions({
    practice: practiceAccess,
    patient: patientAccess,
    today
  })
  return {
    record: highestPossibleLevel(permissions),
    prescriptions: prescriptionAccess(ordering, permissions),
    permissions
  }
}

/** So many patients go from one level to another. */
export interface Move<Level> {
  readonly from: Level
  readonly to: Level
  readonly patients: number
}

/** How patients move on each ladder; those who stay are not told. */
export interface Moves {
  readonly record: readonly Move<RecordAccessLevel>[]
  readonly prescriptions: readonly Move<PrescriptionAccessLevel>[]
  /**
   * Patients for whom entries of some dates are seen at a higher, or a lower,
   * level, also where the highest stays what it was (Ruling R4).
   */
  readonly seeingMore: number
  readonly seeingLess: number
}

const countMoves = <Level extends string>(
  steps: readonly { from: Level; to: Level }[]
): Move<Level>[] => {
  const counted = new Map<string, Move<Level>>()
  for (const { from, to } of steps) {
    if (from === to) continue
    const key = `${from} ${to}`
    const patients = (counted.get(key)?.patients ?? 0) + 1
    counted.set(key, { from, to, patients })
  }
  return [...counted.values()]
}

const countSeeing = (
  patients: readonly { before: OnlineServices; after: OnlineServices }[]
): Pick<Moves, 'seeingMore' | 'seeingLess'> => {
  const compared = patients.map(({ before, after }) =>
    comparePermissions(before.permissions, after.permissions)
  )
  return {
    seeingMore: compared.filter(({ more }) => more).length,
    seeingLess: compared.filter(({ less }) => less).length
  }
}

/** What a change of configuration would do, from each patient's two sides. */
export const movesBetween = (
  patients: readonly { before: OnlineServices; after: OnlineServices }[]
): Moves => ({
  ...countSeeing(patients),
  record: countMoves(
    patients.map(({ before, after }) => ({
      from: before.record,
      to: after.record
    }))
  ),
  prescriptions: countMoves(
    patients.map(({ before, after }) => ({
      from: before.prescriptions,
      to: after.prescriptions
    }))
  )
})
