import type { RecordAccessSwitch } from '../vocabulary/access-level.ts'
import { isAtLeast } from '../vocabulary/access-level.ts'
import type { LocalDate } from '../vocabulary/partial-date.ts'
import { err, ok, type Result } from '../vocabulary/result.ts'
import {
  levelOfEntry,
  type EntryDates,
  type RecordPermissions
} from './effective-permissions.ts'
import {
  switchPolicy,
  type Switches,
  type SwitchScope,
  type SwitchState
} from './record-access-switches.ts'

/** What staff ask for: one switch on (from a date) or off. */
export interface SwitchChange {
  readonly level: RecordAccessSwitch
  readonly enabled: boolean
  readonly startDate: LocalDate | null
}

/** Every fault of a change is told at once (E00171, E00172, Rulings R2, R5). */
export type SwitchChangeError =
  | 'NOT_A_PRACTICE_SWITCH'
  | 'START_DATE_REQUIRED'
  | 'START_DATE_NOT_APPLICABLE'
  | 'START_DATE_BEFORE_BIRTH'
  | 'REQUIRES_DETAILED_CODED'

/** The configuration that a change leads to. */
export interface PlannedChange<Access> {
  readonly access: Access
  /** False: it was in force already (Ruling R8). */
  readonly changed: boolean
  /** Other switches that go off with it (Ruling R2). */
  readonly alsoDisabled: readonly RecordAccessSwitch[]
}

const startDateError = (
  change: SwitchChange,
  birthDate: LocalDate | null
): SwitchChangeError | null => {
  const rule = switchPolicy(change.level).startDate
  if (change.startDate === null) {
    return change.enabled && rule === 'MANDATORY' ? 'START_DATE_REQUIRED' : null
  }
  if (!change.enabled || rule === 'NONE') return 'START_DATE_NOT_APPLICABLE'
  return birthDate !== null && change.startDate < birthDate
    ? 'START_DATE_BEFORE_BIRTH'
    : null
}

const errorsOf = (
  access: Switches,
  change: SwitchChange,
  limits: { scope: SwitchScope; birthDate: LocalDate | null }
): SwitchChangeError[] => {
  const errors: SwitchChangeError[] = []
  if (!switchPolicy(change.level).scopes.includes(limits.scope)) {
    return ['NOT_A_PRACTICE_SWITCH']
  }
  const startDate = startDateError(change, limits.birthDate)
  if (startDate) errors.push(startDate)
  if (
    change.level === 'DOCUMENT' &&
    change.enabled &&
    !access.DETAILED_CODED?.enabled
  ) {
    errors.push('REQUIRES_DETAILED_CODED')
  }
  return errors
}

/**
 * Rulings R2, R4, R5, R8 and the criteria of E00171 and E00172: the access
 * that results from one change, or every reason why it cannot be made.
 */
export const planSwitchChange = <Access extends Switches>(
  access: Access,
  change: SwitchChange,
  limits: {
    scope: SwitchScope
    birthDate: LocalDate | null
    today: LocalDate
  }
): Result<PlannedChange<Access>, readonly SwitchChangeError[]> => {
  const errors = errorsOf(access, change, limits)
  if (errors.length > 0) return err(errors)
  const before = access[change.level]
  const inForce =
    before?.enabled === change.enabled &&
    (!change.enabled || before.startDate === change.startDate)
  if (inForce) return ok({ access, changed: false, alsoDisabled: [] })
  const cascades =
    change.level === 'DETAILED_CODED' &&
    !change.enabled &&
    access.DOCUMENT?.enabled === true
  const changedOn = limits.today
  const off: SwitchState = { enabled: false, startDate: null, changedOn }
  return ok({
    access: {
      ...access,
      [change.level]: {
        enabled: change.enabled,
        startDate: change.startDate,
        changedOn
      },
      ...(cascades ? { DOCUMENT: off } : {})
    },
    changed: true,
    alsoDisabled: cascades ? ['DOCUMENT'] : []
  })
}

/** Entries already recorded that rise to documents or full (Ruling R5). */
export interface Rising {
  readonly patients: number
  readonly entries: number
}

export const NOTHING_RISES: Rising = { patients: 0, entries: 0 }

/**
 * Ruling R5: how many of `entries` rise to documents or full when permissions
 * change; more than none needs the review confirmed. Null: nothing was seen.
 */
export const countRising = (
  before: RecordPermissions | null,
  after: RecordPermissions,
  entries: readonly EntryDates[]
): number =>
  entries.filter((dates) => {
    const level = levelOfEntry(after, dates)
    const was = before ? levelOfEntry(before, dates) : 'NONE'
    return isAtLeast(level, 'DOCUMENTS') && !isAtLeast(was, level)
  }).length
