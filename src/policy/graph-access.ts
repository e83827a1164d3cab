import { canActAsStaff } from './configuration-access.ts'
import { ALLOWED, denied, type Decision } from './decision.ts'
import type { StaffPermission, Viewer } from './viewer.ts'

/**
 * RM199: a practice may serve citizens by the GP Connect APIs alone; the
 * staff side of the graph remains.
 */
export const canUseGraphql = (
  viewer: Viewer,
  settings: { citizenGraphql: boolean }
): Decision =>
  viewer.kind === 'patient' && !settings.citizenGraphql
    ? denied('CITIZEN_ACCESS_CLOSED')
    : ALLOWED

/** Staff need the permission; what a citizen may see is decided by entry. */
export const canActAsCitizenOrStaff = (
  viewer: Viewer,
  permission: StaffPermission
): Decision =>
  viewer.kind === 'patient' ? ALLOWED : canActAsStaff(viewer, permission)

/** In production only staff may read the schema. */
export const canIntrospect = (
  viewer: Viewer,
  settings: { production: boolean }
): Decision =>
  !settings.production || viewer.kind === 'practice-staff'
    ? ALLOWED
    : denied('PERMISSION_MISSING')
