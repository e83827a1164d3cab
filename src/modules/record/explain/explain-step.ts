import {
  hidingReason,
  type AccessStep,
  type AreaStep,
  type BringersStep,
  type ContentStep,
  type GateStep,
  type MarkStep,
  type PatientGate,
  type SwitchStep
} from '../../../policy/access-step.ts'
import type { DenialReason } from '../../../policy/decision.ts'
import type { EntryDates } from '../../../policy/switch-grants.ts'
import {
  AREA_NAMES,
  AXIS_NAMES,
  LEVEL_NAMES,
  MARK_NAMES,
  SIDE_NAMES,
  SWITCH_NAMES
} from './step-words.ts'

const OPEN_GATES = {
  SENSITIVITY: 'The record is not sensitive.',
  DEATH: 'No death is recorded.',
  REGISTRATION: 'The patient is registered here.',
  ONLINE_ACCESS: 'Online access is enabled.',
  COMPETENCE: 'Age and competence are no obstacle.'
} as const satisfies Record<PatientGate, string>

const CLOSED_GATES: Partial<Record<DenialReason, string>> = {
  PATIENT_SENSITIVE: 'The record is sensitive: for citizens it does not exist.',
  PATIENT_DECEASED: 'The patient has died: citizens do not find the record.',
  PATIENT_INACTIVE: 'The patient is no longer registered here.',
  ONLINE_ACCESS_NEVER_ENABLED: 'Online access was never enabled.',
  ONLINE_ACCESS_DISABLED: 'The practice has disabled online access.',
  COMPETENCE_NOT_ASSESSED:
    'The patient is under 16 and has not been assessed as competent.',
  COMPETENCE_DECLINED: 'The patient was assessed as not competent.'
}

const gateText = ({ kind, decision }: GateStep): string =>
  decision.allowed
    ? OPEN_GATES[kind]
    : (CLOSED_GATES[decision.reason] ?? 'The patient is not answered.')

const datesText = ({ reach }: SwitchStep, dates: EntryDates): string =>
  (reach?.axes ?? [])
    .map((axis) => {
      const date = dates[axis]
      const name = AXIS_NAMES[axis]
      return date === null ? `it has no ${name}` : `its ${name} is ${date}`
    })
    .join(' and ')

const switchText = (step: SwitchStep, dates: EntryDates): string => {
  const { reaching, state, reachedBy, level } = step
  const name = `${SIDE_NAMES[step.side]} switch “${SWITCH_NAMES[step.name]}”`
  const grants = `grants ${LEVEL_NAMES[level]}`
  if (reaching === 'OFF') return `${name} is off.`
  if (reaching === 'EVERY_ENTRY') {
    return `${name} is on for every entry and ${grants}.`
  }
  if (reaching === 'NOT_STARTED') {
    return `${name} only starts on ${state.startDate ?? 'no date'}.`
  }
  const from = `${name} is on from ${state.startDate ?? 'no date'}`
  if (reaching === 'NOT_REACHED') {
    return `${from} and does not reach this entry: ${datesText(step, dates)}.`
  }
  const by = reachedBy.map((axis) => AXIS_NAMES[axis]).join(' and ')
  return `${from}, reaches this entry by its ${by} and ${grants}.`
}

const bringersText = ({ inReach, hidden, level }: BringersStep): string => {
  if (inReach === 0) return 'No related entry is in reach to bring it along.'
  return level === 'NONE'
    ? `Related entries in reach would bring it along, but are hidden (${hidden}).`
    : `Related entries in reach (${inReach - hidden}) bring it along, without notes.`
}

const areaText = ({ area, requiredLevel, decision }: AreaStep): string => {
  const needs = `${AREA_NAMES[area]} need ${LEVEL_NAMES[requiredLevel]}`
  if (decision.allowed) return `${needs}: enough is granted.`
  return decision.reason === 'LEVEL_TOO_LOW'
    ? `${needs}, which is granted to no entry.`
    : `${needs}, which is not granted for the dates of this entry.`
}

const markText = ({ cause }: MarkStep): string => {
  if (cause === null) return 'Nothing marks it as not to be shown.'
  const name = MARK_NAMES[cause.mark]
  return cause.inherited
    ? `It belongs to an entry that is ${name}.`
    : `It is ${name}.`
}

const contentText = ({ decision, keptBack }: ContentStep): string => {
  if (!decision.allowed) return 'At this level nothing of it would be left.'
  return keptBack.length === 0
    ? 'Nothing of it is kept back.'
    : `Kept back at this level: ${keptBack.map(({ field }) => field).join(', ')}.`
}

/** One step for staff to read; `dates` are those of the entry. */
export const explainStep = (step: AccessStep, dates: EntryDates): string => {
  switch (step.kind) {
    case 'SWITCH':
      return switchText(step, dates)
    case 'SIDE_LEVEL':
      return `${SIDE_NAMES[step.side]} switches together grant ${LEVEL_NAMES[step.level]}.`
    case 'LEVEL':
      return `The lowest of these counts: ${LEVEL_NAMES[step.level]}.`
    case 'BRINGERS':
      return bringersText(step)
    case 'AREA':
      return areaText(step)
    case 'MARK':
      return markText(step)
    case 'CONTENT':
      return contentText(step)
    default:
      return gateText(step)
  }
}

/** The outcome in a sentence, with every step that hides the entry. */
export const explainOutcome = (
  level: keyof typeof LEVEL_NAMES,
  steps: readonly AccessStep[],
  dates: EntryDates
): string => {
  const hiding = steps.filter((step) => hidingReason(step) !== null)
  return hiding.length === 0
    ? `Shown, at the level of ${LEVEL_NAMES[level]}.`
    : `Hidden. ${hiding.map((step) => explainStep(step, dates)).join(' ')}`
}
