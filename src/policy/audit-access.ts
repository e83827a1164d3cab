import type { OdsCode } from '../vocabulary/ods-code.ts'
import { canActAsStaff, worksAtPractice } from './configuration-access.ts'
import { firstDenial, type Decision } from './decision.ts'
import { STAFF_OPERATIONS } from './staff-operations.ts'
import type { Viewer } from './viewer.ts'

/** Ruling R33: each practice's audit is for its own staff, by permission. */
export const canReadAudit = (viewer: Viewer, odsCode: OdsCode): Decision =>
  firstDenial([
    canActAsStaff(viewer, STAFF_OPERATIONS['Query.auditEvents']),
    worksAtPractice(viewer, odsCode)
  ])
