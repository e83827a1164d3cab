import type { EntityManager } from '@mikro-orm/postgresql'
import {
  planSwitchChange,
  type PlannedChange
} from '../../policy/configuration-change.ts'
import type {
  Switches,
  SwitchScope
} from '../../policy/record-access-switches.ts'
import type { RecordAccessSwitch } from '../../vocabulary/access-level.ts'
import type { LocalDate } from '../../vocabulary/partial-date.ts'
import { err, ok, type Result } from '../../vocabulary/result.ts'
import {
  addAuditEvent,
  type AuditAction,
  type AuditOutcome
} from '../audit/audit.service.ts'
import {
  auditableReason,
  changeDetail,
  changeErrors,
  NOTHING_RISES,
  reasonErrors,
  type ChangeContext,
  type RecordAccessChange,
  type Rising
} from './access-change.ts'
import { recordAccessError, type RecordAccessError } from './access.errors.ts'

/** A configuration row, locked in the caller's transaction. */
export interface ChangeTarget<Access> {
  readonly scope: SwitchScope
  readonly action: AuditAction
  readonly practiceId: string
  readonly patientId: string | null
  readonly birthDate: LocalDate | null
  readonly access: Access
  readonly version: number
  /** Reasons why nothing at all may be changed (Ruling R9). */
  readonly refusals: readonly RecordAccessError[]
  countRising(access: Access): Promise<Rising>
  store(access: Access): void
}

export interface AppliedChange<Access> {
  readonly access: Access
  readonly version: number
  readonly alsoDisabled: readonly RecordAccessSwitch[]
  readonly rising: Rising
}

interface Asked {
  readonly change: RecordAccessChange
  readonly context: ChangeContext
}

const audited = <Access>(
  em: EntityManager,
  target: ChangeTarget<Access>,
  asked: Asked & { outcome: AuditOutcome; detail: object }
): void => {
  const { practiceId, patientId, action } = target
  const { viewer, requestId } = asked.context
  const { outcome, detail } = asked
  const reason = auditableReason(asked.change)
  addAuditEvent(
    em,
    {
      practiceId,
      patientId,
      action,
      viewer,
      requestId,
      outcome,
      detail,
      reason
    },
    asked.context
  )
}

const store = async <Access extends object>(
  em: EntityManager,
  target: ChangeTarget<Access>,
  options: Asked & { plan: PlannedChange<Access> }
): Promise<Result<AppliedChange<Access>, readonly RecordAccessError[]>> => {
  const { change } = options
  const { access, alsoDisabled, changed } = options.plan
  const { version } = target
  if (!changed) {
    const detail = changeDetail(change, access, access)
    audited(em, target, { ...options, outcome: 'ALREADY_IN_FORCE', detail })
    return ok({ access, version, alsoDisabled, rising: NOTHING_RISES })
  }
  const rising = await target.countRising(access)
  const errors = changeErrors(change, { version, rising })
  if (errors.length > 0) return err(errors)
  const detail = changeDetail(change, target.access, access)
  audited(em, target, { ...options, outcome: 'CHANGED', detail })
  target.store(access)
  return ok({ access, version: version + 1, alsoDisabled, rising })
}

/**
 * Makes one change of one switch, or says everything that is wrong with it.
 * Change and audit commit with the caller's transaction; a refusal leaves an
 * audit row and nothing else (Rulings R2-R5, R8, R9, R33).
 */
export const applyChange = async <Access extends Switches>(
  em: EntityManager,
  target: ChangeTarget<Access>,
  asked: Asked
): Promise<Result<AppliedChange<Access>, readonly RecordAccessError[]>> => {
  const { change, context } = asked
  const plan = planSwitchChange(target.access, change, {
    scope: target.scope,
    birthDate: target.birthDate,
    today: context.today
  })
  const early = [
    ...target.refusals,
    ...reasonErrors(change),
    ...(plan.ok ? [] : plan.error.map((code) => recordAccessError(code)))
  ]
  const result =
    early.length > 0 || !plan.ok
      ? err(early)
      : await store(em, target, { ...asked, plan: plan.value })
  if (!result.ok) {
    const errors = result.error.map(({ code }) => code)
    const detail = { ...changeDetail(change, target.access, {}), errors }
    audited(em, target, { ...asked, outcome: 'REFUSED', detail })
  }
  return result
}
