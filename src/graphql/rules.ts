import type { GraphQLError } from 'graphql'
import { areaPolicy } from '../policy/clinical-area-table.ts'
import { canActAsStaff } from '../policy/configuration-access.ts'
import type { Decision } from '../policy/decision.ts'
import {
  canActAsCitizenOrStaff,
  canUseGraphql
} from '../policy/graph-access.ts'
import { canViewArea } from '../policy/record-access.ts'
import type { StaffPermission } from '../policy/viewer.ts'
import type { ClinicalArea } from '../vocabulary/clinical-area.ts'
import type { GpRecord } from '../modules/record/gp-record.view.ts'
import { rule } from './shield-packages.ts'
import type { GraphContext } from './types/context.ts'
import { denialError } from './types/denial.ts'

const verdict = (
  decision: Decision,
  area?: ClinicalArea
): true | GraphQLError =>
  decision.allowed ||
  denialError(decision.reason, area && areaPolicy(area).requiredLevel)

/** Open to whoever may use the graph at all, known or not. */
export const isServed = rule('isServed', { cache: 'contextual' })(
  (_parent, _args, { viewer, citizenGraphql }: GraphContext) =>
    verdict(canUseGraphql(viewer, { citizenGraphql }))
)

/** Staff with a permission; which practice is checked by the service. */
export const isStaffPermittedTo = (
  permission: StaffPermission,
  coordinate: string
) =>
  rule(`${coordinate} for staff`, { cache: 'contextual' })(
    (_parent, _args, { viewer }: GraphContext) =>
      verdict(canActAsStaff(viewer, permission))
  )

/** A citizen, or staff with a permission. */
export const isCitizenOrStaffPermittedTo = (
  permission: StaffPermission,
  coordinate: string
) =>
  rule(`${coordinate} for citizens and staff`, { cache: 'contextual' })(
    (_parent, _args, { viewer }: GraphContext) =>
      verdict(canActAsCitizenOrStaff(viewer, permission))
  )

/** Ruling R19: an area no rung of the patient allows is refused. */
export const showsArea = (area: ClinicalArea) =>
  rule(`showsArea ${area}`, { cache: 'no_cache' })((parent: GpRecord) =>
    verdict(canViewArea(parent.permissions, area), area)
  )
