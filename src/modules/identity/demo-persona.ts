import type { IdentityProofingLevel, StaffRole } from '../../policy/viewer.ts'

/** Somebody the demo can act as; `key` names them on the command line. */
export type DemoPersona = {
  readonly key: string
  readonly label: string
  readonly description: string
} & (DemoStaffIdentity | DemoCitizenIdentity)

export interface DemoStaffIdentity {
  readonly kind: 'staff'
  readonly userId: string
  readonly roleProfileId: string
  readonly odsCode: string
  readonly roles: readonly StaffRole[]
  /** National RBAC activities held beside the roles, as `B0360`. */
  readonly activityCodes?: readonly string[]
}

export interface DemoCitizenIdentity {
  readonly kind: 'citizen'
  readonly nhsNumber: string
  readonly identityProofingLevel: IdentityProofingLevel
}
