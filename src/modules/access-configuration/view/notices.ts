import type { SwitchEffect } from '../../../policy/switch-effects.ts'
import type { RecordAccessSwitch } from '../../../vocabulary/access-level.ts'
import type { RecordAccessChange } from '../change/switch-setting.ts'
import { explainSwitch } from './explain-switch.ts'

/**
 * What staff should know of a change that is in force: whether the switch
 * takes effect (Rulings R1, R6), and who still sees what and why after it was
 * turned off (Ruling R3).
 */
export const changeNotices = (
  change: RecordAccessChange,
  facts: {
    effects: readonly SwitchEffect[]
    stillShownBy: readonly RecordAccessSwitch[]
  }
): string[] => {
  const { effects, stillShownBy } = facts
  const told = effects.filter(({ level }) =>
    change.enabled ? level === change.level : stillShownBy.includes(level)
  )
  const still = change.enabled ? '' : 'Still shown: '
  return told.map((effect) => `${still}${explainSwitch(effect)}`)
}
