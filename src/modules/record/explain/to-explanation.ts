import { hidingReason, type AccessStep } from '../../../policy/access-step.ts'
import type { DateAxis } from '../../../policy/switch-grants.ts'
import type { ExplainedAccess } from './explain-access.service.ts'
import type {
  AccessExplanationView,
  AccessStepView,
  ExplainedEntry,
  ExplainedMark,
  ExplainedSwitch
} from './access-explanation.view.ts'
import { ENTRY_PLACES } from '../entry-kinds.ts'
import type { EntryPlace } from '../entry-place.loader.ts'
import { explainOutcome, explainStep } from './explain-step.ts'
import {
  HIDING_REASONS,
  type AccessStepKind,
  type AccessStepOutcome,
  type EntryDateName,
  type HidingReason
} from './explanation.enums.ts'

const DATE_NAMES = {
  clinicalDate: 'CLINICAL_DATE',
  recordedDate: 'RECORDED_DATE'
} as const satisfies Record<DateAxis, EntryDateName>

const toEntry = (place: EntryPlace): ExplainedEntry => ({
  ...place,
  area: ENTRY_PLACES[place.kind].area
})

const reasonOf = (step: AccessStep): HidingReason | null =>
  HIDING_REASONS.find((known) => known === hidingReason(step)) ?? null

const outcomeOf = (step: AccessStep): AccessStepOutcome => {
  if ('decision' in step) return step.decision.allowed ? 'ALLOWS' : 'HIDES'
  return step.level === 'NONE' ? 'GRANTS_NOTHING' : 'GRANTS'
}

const kindOf = (step: AccessStep): AccessStepKind =>
  step.kind === 'SWITCH' ? `${step.name}_SWITCH` : step.kind

const toSwitch = (step: AccessStep): ExplainedSwitch | null =>
  step.kind === 'SWITCH'
    ? {
        enabled: step.state.enabled,
        startDate: step.state.startDate,
        reach: step.reaching,
        reachedBy: step.reachedBy.map((axis) => DATE_NAMES[axis])
      }
    : null

const toMark = (
  step: AccessStep,
  { origins }: ExplainedAccess
): ExplainedMark | null => {
  if (step.kind !== 'MARK' || step.cause === null) return null
  const { mark, inherited, originId } = step.cause
  const origin = origins.get(originId)
  return { mark, inherited, origin: origin ? toEntry(origin) : null }
}

const toStep = (step: AccessStep, access: ExplainedAccess): AccessStepView => ({
  kind: kindOf(step),
  side: 'side' in step ? step.side : null,
  outcome: outcomeOf(step),
  reason: reasonOf(step),
  level: 'level' in step ? step.level : null,
  requiredLevel: step.kind === 'AREA' ? step.requiredLevel : null,
  switch: toSwitch(step),
  mark: toMark(step, access),
  explanation: explainStep(step, access.entry)
})

/** An explanation as the graph gives it. */
export const toExplanationView = (
  access: ExplainedAccess
): AccessExplanationView => {
  const steps = access.steps.map((step) => toStep(step, access))
  return {
    entry: toEntry(access.entry),
    outcome: access.decision.allowed ? 'SHOWN' : 'HIDDEN',
    level: access.level,
    keptBack: access.keptBack,
    steps,
    hiddenBy: steps.filter(({ outcome }) => outcome === 'HIDES'),
    explanation: explainOutcome(access.level, access.steps, access.entry)
  }
}
