import type { RecordAccessLevel } from '../vocabulary/access-level.ts'
import type { ClinicalArea } from '../vocabulary/clinical-area.ts'
import type { HiddenCause } from './closure.ts'
import type { Decision, DenialReason } from './decision.ts'
import type { KeptBack } from './kept-back.ts'
import type { DateAxis, GrantSide, SwitchGrant } from './switch-grants.ts'

/** What must hold of the patient before any entry is looked at (R6, R10, R24). */
export const PATIENT_GATES = [
  'SENSITIVITY',
  'DEATH',
  'REGISTRATION',
  'ONLINE_ACCESS',
  'COMPETENCE'
] as const

export type PatientGate = (typeof PATIENT_GATES)[number]

/** Whether a switch reaches an entry, and if not, why not (Ruling R4). */
export const SWITCH_REACHES = [
  'OFF',
  'NOT_STARTED',
  'EVERY_ENTRY',
  'REACHED',
  'NOT_REACHED'
] as const

export type SwitchReach = (typeof SWITCH_REACHES)[number]

/** A step that hides the entry all by itself unless it is `allowed`. */
interface Deciding {
  readonly decision: Decision
}

export interface GateStep extends Deciding {
  readonly kind: PatientGate
}

export interface SwitchStep extends SwitchGrant {
  readonly kind: 'SWITCH'
  readonly side: GrantSide
  readonly reaching: SwitchReach
  /** The entry's dates that lie on or after the start. */
  readonly reachedBy: readonly DateAxis[]
  /** What it grants this entry: `NONE` unless it reaches it. */
  readonly level: RecordAccessLevel
}

/** The highest rung that a switch of one side grants (Ruling R3). */
export interface SideLevelStep {
  readonly kind: 'SIDE_LEVEL'
  readonly side: GrantSide
  readonly level: RecordAccessLevel
}

/** The lowest of the sides (Rulings R1, R31). */
export interface LevelStep {
  readonly kind: 'LEVEL'
  readonly level: RecordAccessLevel
}

/** Ruling R22: entries that bring this one, of which its dates do not tell. */
export interface BringersStep {
  readonly kind: 'BRINGERS'
  readonly inReach: number
  /** In reach themselves, but hidden, so that they bring nothing. */
  readonly hidden: number
  readonly level: RecordAccessLevel
}

export interface AreaStep extends Deciding {
  readonly kind: 'AREA'
  readonly area: ClinicalArea
  readonly requiredLevel: RecordAccessLevel
  readonly level: RecordAccessLevel
}

/** One mark, own or inherited; null when there is none (R15-R17). */
export interface MarkStep extends Deciding {
  readonly kind: 'MARK'
  readonly cause: HiddenCause | null
}

/** Ruling R20: what the level leaves of an entry in reach. */
export interface ContentStep extends Deciding {
  readonly kind: 'CONTENT'
  readonly level: RecordAccessLevel
  readonly keptBack: readonly KeptBack[]
}

export type AccessStep =
  | GateStep
  | SwitchStep
  | SideLevelStep
  | LevelStep
  | BringersStep
  | AreaStep
  | MarkStep
  | ContentStep

/** The reason why a step hides the entry; null when it does not. */
export const hidingReason = (step: AccessStep): DenialReason | null =>
  'decision' in step && !step.decision.allowed ? step.decision.reason : null
