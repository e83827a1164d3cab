import type { NhsNumber } from '../vocabulary/nhs-number.ts'
import type { OdsCode } from '../vocabulary/ods-code.ts'

/** What the criteria say that somebody "is permitted to" do. */
export const STAFF_PERMISSIONS = [
  'VIEW_CONFIGURATION',
  'CONFIGURE_PATIENT',
  'CONFIGURE_PRACTICE',
  'MANAGE_ACCOUNTS',
  'REVIEW_RECORD',
  'ENTER_RECORD',
  'VIEW_RECORD',
  'PROCESS_REQUESTS',
  'READ_AUDIT'
] as const

/** What each operation needs is in `staff-operations.ts`. */
export type StaffPermission = (typeof STAFF_PERMISSIONS)[number]

/** The roles a practice's identity system may give a member of staff. */
export const STAFF_ROLES = [
  'GP',
  'NURSE',
  'PRACTICE_MANAGER',
  'PATIENT_ADMINISTRATOR',
  'PRESCRIPTION_CLERK',
  'RECEPTIONIST',
  'PRIVACY_OFFICER'
] as const

/** What each role permits is in `staff-roles.ts`. */
export type StaffRole = (typeof STAFF_ROLES)[number]

/** NHS login's strength of identity proofing; only P9 sees record data. */
export const IDENTITY_PROOFING_LEVELS = ['P0', 'P5', 'P9'] as const

/** Ordered by strength; what each may do is for `online-access.ts` to say. */
export type IdentityProofingLevel = (typeof IDENTITY_PROOFING_LEVELS)[number]

/** Nobody in particular: the call carried no token. */
interface AnonymousViewer {
  readonly kind: 'anonymous'
}

/** A citizen; `nhsNumber` is the only patient the token itself covers. */
interface PatientViewer {
  readonly kind: 'patient'
  readonly nhsNumber: NhsNumber
  readonly identityProofingLevel: IdentityProofingLevel
}

/** A member of staff acting in one role at the one practice `odsCode`. */
interface PracticeStaffViewer {
  readonly kind: 'practice-staff'
  readonly userId: string
  /** SDS role profile: the person in this role at this organisation. */
  readonly roleProfileId: string
  readonly odsCode: OdsCode
  /** For the audit; what may be done is decided by `permissions` alone. */
  readonly roles: readonly StaffRole[]
  /** RBAC activities that permit something, for the audit too. */
  readonly activityCodes: readonly string[]
  readonly permissions: ReadonlySet<StaffPermission>
}

/** Who asks. Made only from a verified token, or from the lack of one. */
export type Viewer = AnonymousViewer | PatientViewer | PracticeStaffViewer
