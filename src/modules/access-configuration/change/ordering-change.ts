import { ok } from '../../../vocabulary/result.ts'
import type { AuditAction } from '../../audit/audit.service.ts'
import type { ChangeContext, ChangeRequest } from './configuration-change.ts'
import type { AskedSetting } from './apply-setting.service.ts'

/** Prescription ordering, on or off, for a practice or a patient (E00170). */
export interface OrderingChange extends ChangeRequest {
  readonly enabled: boolean
}

/** Ruling R7: one switch on each side. */
export const askedOrdering = (
  { change, context }: { change: OrderingChange; context: ChangeContext },
  action: AuditAction
): AskedSetting<boolean> => ({
  action,
  settings: ['PRESCRIPTION_ORDERING'],
  request: change,
  context,
  asked: { enabled: change.enabled },
  plan: (now) =>
    ok({
      state: change.enabled,
      changed: now !== change.enabled,
      settings: ['PRESCRIPTION_ORDERING']
    }),
  told: (enabled) => ({ PRESCRIPTION_ORDERING: { enabled } })
})
