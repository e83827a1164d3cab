import {
  RECORD_ACCESS_SWITCHES,
  type PracticeRecordAccessSwitch,
  type RecordAccessLevel,
  type RecordAccessSwitch
} from '../vocabulary/access-level.ts'
import type { LocalDate } from '../vocabulary/partial-date.ts'

/** One switch as staff left it. */
export interface SwitchState {
  readonly enabled: boolean
  /** Only `FULL_RECORD` (optional) and `PROSPECTIVE` (mandatory) have one. */
  readonly startDate: LocalDate | null
  /** The day it was last turned on, off or moved; null if never. */
  readonly changedOn: LocalDate | null
}

/** `PROSPECTIVE` is missing: only a patient has it (E00171, Ruling R4). */
export type PracticeRecordAccess = Readonly<
  Record<PracticeRecordAccessSwitch, SwitchState>
>

/** A proxy's switches have the same shape (Ruling R31). */
export type PatientRecordAccess = Readonly<
  Record<RecordAccessSwitch, SwitchState>
>

/** Switches of either scope. */
export type Switches = Readonly<
  Partial<Record<RecordAccessSwitch, SwitchState>>
>

/** The switches a configuration has, in the order of the ladder. */
export const switchesOf = (
  access: Switches
): { name: RecordAccessSwitch; state: SwitchState }[] =>
  RECORD_ACCESS_SWITCHES.flatMap((name) => {
    const state = access[name]
    return state ? [{ name, state }] : []
  })

/** Master switch of a patient's online services (Ruling R6). */
export const MASTER_STATES = [
  'NEVER_ENABLED',
  'ENABLED',
  'DISABLED_BY_PRACTICE'
] as const

/** The first differs from the last in what calls are answered (Ruling R6). */
export type MasterState = (typeof MASTER_STATES)[number]

/** Ruling R6: once touched by staff it is never `NEVER_ENABLED` again. */
export const masterStateAfter = (enabled: boolean): MasterState =>
  enabled ? 'ENABLED' : 'DISABLED_BY_PRACTICE'

/** Whose switch it is: a practice's is a ceiling for its patients (R1). */
export type SwitchScope = 'PRACTICE' | 'PATIENT'

interface SwitchPolicy {
  /** The rung it grants (Ruling R3). */
  readonly grants: RecordAccessLevel
  readonly startDate: 'NONE' | 'OPTIONAL' | 'MANDATORY'
  readonly scopes: readonly SwitchScope[]
}

/** E00171 AC1-8, E00172 AC1-10, Rulings R3 and R4. */
const RECORD_ACCESS_SWITCH_TABLE = {
  SUMMARY: {
    grants: 'SUMMARY',
    startDate: 'NONE',
    scopes: ['PRACTICE', 'PATIENT']
  },
  DETAILED_CODED: {
    grants: 'DETAILED',
    startDate: 'NONE',
    scopes: ['PRACTICE', 'PATIENT']
  },
  DOCUMENT: {
    grants: 'DOCUMENTS',
    startDate: 'NONE',
    scopes: ['PRACTICE', 'PATIENT']
  },
  FULL_RECORD: {
    grants: 'FULL',
    startDate: 'OPTIONAL',
    scopes: ['PRACTICE', 'PATIENT']
  },
  PROSPECTIVE: { grants: 'FULL', startDate: 'MANDATORY', scopes: ['PATIENT'] }
} as const satisfies Record<RecordAccessSwitch, SwitchPolicy>

/** What a switch grants, where it exists and whether it has a date (R3, R4). */
export const switchPolicy = (name: RecordAccessSwitch): SwitchPolicy =>
  RECORD_ACCESS_SWITCH_TABLE[name]

const OFF: SwitchState = { enabled: false, startDate: null, changedOn: null }

/** A practice nobody has configured: everything off. */
export const PRACTICE_ACCESS_OFF: PracticeRecordAccess = {
  SUMMARY: OFF,
  DETAILED_CODED: OFF,
  DOCUMENT: OFF,
  FULL_RECORD: OFF
}

/** A patient nobody has configured: everything off. */
export const PATIENT_ACCESS_OFF: PatientRecordAccess = {
  ...PRACTICE_ACCESS_OFF,
  PROSPECTIVE: OFF
}
