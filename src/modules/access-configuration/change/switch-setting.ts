import {
  planSwitchChange,
  type Rising,
  type SwitchChange
} from '../../../policy/configuration-change.ts'
import type {
  Switches,
  SwitchScope,
  SwitchState
} from '../../../policy/record-access-switches.ts'
import type { RecordAccessSwitch } from '../../../vocabulary/access-level.ts'
import type { ConfigurationSetting } from '../../../vocabulary/configuration-setting.ts'
import type { LocalDate } from '../../../vocabulary/partial-date.ts'
import { err, ok } from '../../../vocabulary/result.ts'
import type { AuditAction } from '../../audit/audit.service.ts'
import {
  reviewErrors,
  type ChangeContext,
  type ReviewedChangeRequest
} from './configuration-change.ts'
import { configurationError } from './configuration.errors.ts'
import type { AskedSetting, AppliedSetting } from './apply-setting.service.ts'

/** A change of one switch as it is asked for. */
export interface RecordAccessChange
  extends SwitchChange, ReviewedChangeRequest {}

/** The switches a change is about, as the audit tells them. */
const toldSwitches = (
  access: Switches,
  settings: readonly ConfigurationSetting[]
): Record<string, Pick<SwitchState, 'enabled' | 'startDate'>> =>
  Object.fromEntries(
    Object.entries(access).flatMap(([name, { enabled, startDate }]) =>
      settings.some((setting) => setting === name)
        ? [[name, { enabled, startDate }]]
        : []
    )
  )

/** Other switches that went off with the one that was asked for (R2). */
export const alsoDisabledBy = (
  { level }: SwitchChange,
  { settings }: Pick<AppliedSetting<Switches>, 'settings'>
): RecordAccessSwitch[] =>
  settings.includes('DOCUMENT') && level !== 'DOCUMENT' ? ['DOCUMENT'] : []

/** One switch of a practice or a patient (E00171, E00172, R2, R4, R5). */
export const askedSwitch = <Access extends Switches>(
  asked: { change: RecordAccessChange; context: ChangeContext },
  scope: {
    scope: SwitchScope
    action: AuditAction
    birthDate: LocalDate | null
    countRising(after: Access): Promise<Rising>
  }
): AskedSetting<Access> => {
  const { change, context } = asked
  return {
    action: scope.action,
    settings: [change.level],
    request: change,
    context,
    asked: {
      level: change.level,
      enabled: change.enabled,
      startDate: change.startDate,
      reviewConfirmed: change.reviewConfirmed
    },
    plan: (now) => {
      const { today } = context
      const plan = planSwitchChange(now, change, { ...scope, today })
      if (!plan.ok) {
        return err(plan.error.map((code) => configurationError(code)))
      }
      const { access: state, changed, alsoDisabled } = plan.value
      return ok({ state, changed, settings: [change.level, ...alsoDisabled] })
    },
    review: async (after) => {
      const rising = await scope.countRising(after)
      return { rising, errors: reviewErrors(change, rising) }
    },
    told: toldSwitches
  }
}
