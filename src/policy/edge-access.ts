import { isAtLeast } from '../vocabulary/access-level.ts'
import type { ClinicalArea } from '../vocabulary/clinical-area.ts'
import { areaPolicy } from './clinical-area-table.ts'
import {
  levelOfEntry,
  type RecordPermissions
} from './effective-permissions.ts'
import type { EntryDates } from './switch-grants.ts'

/**
 * Ruling R21, by entry: one that is seen at summary leads to nothing outside
 * the summary set, whatever is seen there by itself. What the edge leads to
 * has to pass the policy of its own besides.
 */
export const canFollowEdge = (
  permissions: RecordPermissions,
  from: EntryDates,
  target: ClinicalArea
): boolean =>
  areaPolicy(target).requiredLevel === 'SUMMARY' ||
  isAtLeast(levelOfEntry(permissions, from), 'DETAILED')
