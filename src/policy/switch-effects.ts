import {
  isAtLeast,
  type RecordAccessLevel,
  type RecordAccessSwitch
} from '../vocabulary/access-level.ts'
import type { LocalDate } from '../vocabulary/partial-date.ts'
import { highestPossibleLevel, practiceGrant } from './effective-permissions.ts'
import type { PatientStanding } from './online-access.ts'
import { canUseOnlineServices } from './online-access.ts'
import {
  switchesOf,
  switchPolicy,
  type PatientRecordAccess,
  type PracticeRecordAccess,
  type SwitchScope,
  type SwitchState
} from './record-access-switches.ts'
import type { DenialReason } from './decision.ts'

/** Why a switch that staff set shows nothing, or less, to the patient. */
export const INEFFECTIVE_REASONS = [
  'SWITCHED_OFF',
  'START_DATE_IN_FUTURE',
  'LIMITED_BY_PRACTICE',
  'LIMITED_BY_PRACTICE_START_DATE',
  'ONLINE_ACCESS_NEVER_ENABLED',
  'ONLINE_ACCESS_DISABLED',
  'COMPETENCE_NOT_ASSESSED',
  'COMPETENCE_DECLINED',
  'PATIENT_INACTIVE',
  'PATIENT_DECEASED',
  'PATIENT_SENSITIVE'
] as const

/** For staff: Ruling R1 has them see why a switch does nothing. */
export type IneffectiveReason = (typeof INEFFECTIVE_REASONS)[number]

/** A switch as set beside what it comes to: both are kept apart (R1). */
export interface SwitchEffect {
  readonly scope: SwitchScope
  readonly level: RecordAccessSwitch
  readonly state: SwitchState
  readonly effective: boolean
  /** Empty when effective; else every reason, the nearest first. */
  readonly ineffectiveBecause: readonly IneffectiveReason[]
  /** Under the practice's ceiling; `NONE` when it shows nothing (R1). */
  readonly showsUpTo: RecordAccessLevel
}

const isIneffectiveReason = (
  reason: DenialReason
): reason is DenialReason & IneffectiveReason =>
  INEFFECTIVE_REASONS.some((known) => known === reason)

const ownReasons = (
  { enabled, startDate }: SwitchState,
  today: LocalDate
): IneffectiveReason[] => {
  if (!enabled) return ['SWITCHED_OFF']
  return startDate !== null && startDate > today ? ['START_DATE_IN_FUTURE'] : []
}

/** Why the patient's own calls would be refused, whatever is switched on. */
export const standingReasons = (
  standing: PatientStanding,
  today: LocalDate
): IneffectiveReason[] => {
  const decision = canUseOnlineServices(standing, today)
  return [
    ...(standing.deceased ? (['PATIENT_DECEASED'] as const) : []),
    ...(standing.active ? [] : (['PATIENT_INACTIVE'] as const)),
    ...(standing.sensitive ? (['PATIENT_SENSITIVE'] as const) : []),
    ...(!decision.allowed && isIneffectiveReason(decision.reason)
      ? [decision.reason]
      : [])
  ]
}

/**
 * Ruling R4: whether the practice's start keeps back entries that a switch of
 * the patient reaches: of the time before it.
 */
const isCutByPractice = (
  { base, start }: { base: RecordAccessLevel; start: LocalDate | null },
  { level, state }: { level: RecordAccessSwitch; state: SwitchState }
): boolean =>
  !isAtLeast(base, switchPolicy(level).grants) &&
  start !== null &&
  (state.startDate === null || state.startDate < start)

/** Ruling R1: for each patient switch, whether it is effective and why not. */
export const patientSwitchEffects = (options: {
  practice: PracticeRecordAccess
  patient: PatientRecordAccess
  standing: PatientStanding
  today: LocalDate
}): SwitchEffect[] => {
  const { practice, patient, standing, today } = options
  const grant = practiceGrant(practice, today)
  const ceiling = highestPossibleLevel({ kind: 'GRANTED', grants: [grant] })
  const limits = { base: grant.base, start: practice.FULL_RECORD.startDate }
  const blocked = standingReasons(standing, today)
  return switchesOf(patient).map(({ name: level, state }) => {
    const { grants } = switchPolicy(level)
    const own = ownReasons(state, today)
    const capped = !isAtLeast(ceiling, grants)
    const ineffectiveBecause: IneffectiveReason[] = [
      ...own,
      ...(capped ? (['LIMITED_BY_PRACTICE'] as const) : []),
      ...(!capped && isCutByPractice(limits, { level, state })
        ? (['LIMITED_BY_PRACTICE_START_DATE'] as const)
        : []),
      ...blocked
    ]
    return {
      scope: 'PATIENT',
      level,
      state,
      effective: ineffectiveBecause.length === 0,
      ineffectiveBecause,
      showsUpTo:
        own.length + blocked.length > 0 ? 'NONE' : capped ? ceiling : grants
    }
  })
}

/** A practice switch is effective once it is on and its start has come. */
export const practiceSwitchEffects = (
  practice: PracticeRecordAccess,
  today: LocalDate
): SwitchEffect[] =>
  switchesOf(practice).map(({ name: level, state }) => {
    const ineffectiveBecause = ownReasons(state, today)
    const effective = ineffectiveBecause.length === 0
    const showsUpTo = effective ? switchPolicy(level).grants : 'NONE'
    return {
      scope: 'PRACTICE',
      level,
      state,
      effective,
      ineffectiveBecause,
      showsUpTo
    }
  })

/**
 * Ruling R3: switches that still show the rung of `level` to what they reach;
 * one that the practice limits counts for what it shows all the same.
 */
export const stillShowing = (
  effects: readonly SwitchEffect[],
  level: RecordAccessSwitch
): RecordAccessSwitch[] =>
  effects
    .filter(
      (effect) =>
        effect.level !== level &&
        isAtLeast(effect.showsUpTo, switchPolicy(level).grants)
    )
    .map((effect) => effect.level)
