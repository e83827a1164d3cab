import { stillShowing, type SwitchEffect } from '../../policy/switch-effects.ts'
import type { RecordAccessSwitch } from '../../vocabulary/access-level.ts'
import type { RecordAccessChange } from './access-change.ts'
import type { RecordAccessPayload } from './access-change.view.ts'
import type { RecordAccessError } from './access.errors.ts'
import { changeNotices } from './notices.ts'

type Payload<Access> = RecordAccessPayload & { readonly access: Access | null }

/** Nothing was changed, for these reasons. */
export const refusedPayload = (
  userErrors: readonly RecordAccessError[]
): Payload<never> => ({
  access: null,
  alsoDisabled: [],
  stillShownBy: [],
  notices: [],
  userErrors
})

/** The change is in force; `effects` are of the configuration as it now is. */
export const changedPayload = <Access>(
  change: RecordAccessChange,
  now: {
    access: Access
    effects: readonly SwitchEffect[]
    alsoDisabled: readonly RecordAccessSwitch[]
  }
): Payload<Access> => {
  const { access, effects, alsoDisabled } = now
  const stillShownBy = change.enabled ? [] : stillShowing(effects, change.level)
  const notices = changeNotices(change, { effects, stillShownBy })
  return { access, alsoDisabled, stillShownBy, notices, userErrors: [] }
}
