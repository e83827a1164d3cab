import type { EntityManager } from '@mikro-orm/postgresql'
import {
  NOTHING_RISES,
  type Rising
} from '../../../policy/configuration-change.ts'
import type { ConfigurationSetting } from '../../../vocabulary/configuration-setting.ts'
import type { Result } from '../../../vocabulary/result.ts'
import {
  addAuditEvent,
  type AuditAction,
  type AuditOutcome
} from '../../audit/audit.service.ts'
import {
  auditableReason,
  conflictErrors,
  reasonErrors,
  type ChangeContext,
  type ChangeRequest
} from './configuration-change.ts'
import type { ConfigurationError } from './configuration.errors.ts'

/** A setting in a row that is locked in the caller's transaction. */
export interface SettingTarget<State> {
  readonly em: EntityManager
  readonly practiceId: string
  readonly patientId: string | null
  readonly state: State
  readonly version: number
  /** Reasons why nothing at all may be changed (Ruling R9). */
  readonly refusals: readonly ConfigurationError[]
  store(state: State): void | Promise<void>
}

/** The state that a change leads to. */
export interface PlannedSetting<State> {
  readonly state: State
  /** False: it was in force already (Ruling R8). */
  readonly changed: boolean
  readonly settings: readonly ConfigurationSetting[]
}

/** One change as it is asked for. */
export interface AskedSetting<State> {
  readonly action: AuditAction
  readonly settings: readonly ConfigurationSetting[]
  readonly request: ChangeRequest
  readonly context: ChangeContext
  plan(now: State): Result<PlannedSetting<State>, readonly ConfigurationError[]>
  /** What rises with it, and whether that needs confirming (Ruling R5). */
  review?(
    planned: State
  ): Promise<{ rising: Rising; errors: readonly ConfigurationError[] }>
  /** What was asked for, as the audit keeps it; never a faulty text. */
  readonly asked: object
  /** What the audit keeps of a state. */
  told(state: State, settings: readonly ConfigurationSetting[]): object
}

/** A setting as it now is, or as a dry run would have left it. */
export interface AppliedSetting<State> extends PlannedSetting<State> {
  readonly version: number
  readonly rising: Rising
}

/**
 * What came of a change: errors, and nothing applied; or the setting as it now
 * is. A dry run has both, where all that is wrong is how it was asked for.
 */
export interface SettingOutcome<State> {
  readonly errors: readonly ConfigurationError[]
  readonly applied: AppliedSetting<State> | null
}

const audit = async <State>(
  { em, practiceId, patientId }: SettingTarget<State>,
  { action, request, context }: AskedSetting<State>,
  event: {
    outcome: AuditOutcome
    settings: readonly ConfigurationSetting[]
    detail: object
  }
): Promise<void> => {
  if (request.dryRun) return
  const { viewer, requestId } = context
  const reason = auditableReason(request)
  await addAuditEvent(
    em,
    { practiceId, patientId, viewer, action, requestId, reason, ...event },
    context
  )
}

const refuse = async <State>(
  target: SettingTarget<State>,
  asked: AskedSetting<State>,
  errors: readonly ConfigurationError[]
): Promise<SettingOutcome<State>> => {
  const { settings } = asked
  const before = asked.told(target.state, settings)
  const codes = errors.map(({ code }) => code)
  const detail = { asked: asked.asked, before, errors: codes }
  await audit(target, asked, { outcome: 'REFUSED', settings, detail })
  return { errors, applied: null }
}

const applyPlan = async <State>(
  target: SettingTarget<State>,
  asked: AskedSetting<State>,
  plan: PlannedSetting<State>
): Promise<SettingOutcome<State>> => {
  const { state, changed, settings } = plan
  const { version, em } = target
  const before = asked.told(target.state, settings)
  const after = asked.told(state, settings)
  if (!changed) {
    const detail = { asked: asked.asked, before, after }
    await audit(target, asked, {
      outcome: 'ALREADY_IN_FORCE',
      settings,
      detail
    })
    const applied = { ...plan, version, rising: NOTHING_RISES }
    return { errors: [], applied }
  }
  const review = await asked.review?.(state)
  const rising = review?.rising ?? NOTHING_RISES
  const errors = [
    ...conflictErrors(asked.request, version),
    ...(review?.errors ?? [])
  ]
  if (asked.request.dryRun) {
    return { errors, applied: { ...plan, version, rising } }
  }
  if (errors.length > 0) return refuse(target, asked, errors)
  await target.store(state)
  await em.flush()
  const detail = { asked: asked.asked, rising, before, after }
  await audit(target, asked, { outcome: 'CHANGED', settings, detail })
  return { errors: [], applied: { ...plan, version: version + 1, rising } }
}

/**
 * Makes one change of configuration, or says everything that is wrong with it.
 * Change and audit commit with the caller's transaction; a refusal leaves an
 * audit row and nothing else, a dry run nothing (Rulings R2-R5, R8, R9, R33).
 */
export const applySetting = async <State>(
  target: SettingTarget<State>,
  asked: AskedSetting<State>
): Promise<SettingOutcome<State>> => {
  const plan = asked.plan(target.state)
  const early = [
    ...target.refusals,
    ...reasonErrors(asked.request),
    ...(plan.ok ? [] : plan.error)
  ]
  return early.length > 0 || !plan.ok
    ? refuse(target, asked, early)
    : applyPlan(target, asked, plan.value)
}
