import {
  STAFF_PERMISSIONS,
  STAFF_ROLES,
  type StaffPermission,
  type StaffRole
} from './viewer.ts'

/**
 * The least a role needs for its work. Whoever configures also sees how it is
 * set: without it no change could name the version it was made on (Ruling R8).
 * Nobody reads the audit by configuring or by treating, so that the one who
 * looks is not by default the one looked at.
 */
const ROLE_PERMISSIONS = {
  GP: [
    'VIEW_CONFIGURATION',
    'CONFIGURE_PATIENT',
    'REVIEW_RECORD',
    'ENTER_RECORD',
    'VIEW_RECORD',
    'PROCESS_REQUESTS'
  ],
  NURSE: ['VIEW_CONFIGURATION', 'REVIEW_RECORD', 'ENTER_RECORD', 'VIEW_RECORD'],
  PRACTICE_MANAGER: [
    'VIEW_CONFIGURATION',
    'CONFIGURE_PATIENT',
    'CONFIGURE_PRACTICE',
    'MANAGE_ACCOUNTS'
  ],
  PATIENT_ADMINISTRATOR: [
    'VIEW_CONFIGURATION',
    'CONFIGURE_PATIENT',
    'MANAGE_ACCOUNTS'
  ],
  // Whether a repeat is due can be told from the record alone.
  PRESCRIPTION_CLERK: ['VIEW_RECORD', 'PROCESS_REQUESTS'],
  RECEPTIONIST: ['VIEW_CONFIGURATION', 'VIEW_RECORD'],
  PRIVACY_OFFICER: ['VIEW_CONFIGURATION', 'READ_AUDIT']
} as const satisfies Record<StaffRole, readonly StaffPermission[]>

const SYSTEM_ADMINISTRATION: readonly StaffPermission[] = [
  'CONFIGURE_PRACTICE',
  'VIEW_CONFIGURATION'
]
const PATIENT_ADMINISTRATION: readonly StaffPermission[] = [
  'MANAGE_ACCOUNTS',
  'CONFIGURE_PATIENT',
  'VIEW_CONFIGURATION'
]
const RECORD_MANAGEMENT: readonly StaffPermission[] = [
  'REVIEW_RECORD',
  'ENTER_RECORD'
]

/**
 * National RBAC activities. None stands for processing requests, so that comes
 * by role alone. B0370 (view *summary* health records) is left out: viewing
 * here opens the whole record. So are the codes that override access.
 */
const ACTIVITY_PERMISSIONS: ReadonlyMap<string, readonly StaffPermission[]> =
  new Map([
    ['B0062', SYSTEM_ADMINISTRATION],
    ['B1700', SYSTEM_ADMINISTRATION],
    ['B0560', PATIENT_ADMINISTRATION],
    ['B0340', PATIENT_ADMINISTRATION],
    ['B0380', RECORD_MANAGEMENT],
    ['B8029', RECORD_MANAGEMENT],
    ['B0360', ['VIEW_RECORD']],
    ['B0011', ['READ_AUDIT']]
  ])

/** The known among `names`, each once; the others are nobody's role. */
export const knownRoles = (names: readonly string[]): StaffRole[] =>
  STAFF_ROLES.filter((role) => names.includes(role))

/** Of the activities a token names, those that permit anything here. */
export const knownActivities = (codes: readonly string[]): string[] => [
  ...new Set(codes.filter((code) => ACTIVITY_PERMISSIONS.has(code)))
]

/**
 * The union of what roles and RBAC activities (codes as `B0360`) permit;
 * unknown codes permit nothing.
 */
export const permissionsOfStaff = (
  roles: readonly StaffRole[],
  activityCodes: readonly string[]
): ReadonlySet<StaffPermission> => {
  const granted = new Set<StaffPermission>([
    ...roles.flatMap((role) => ROLE_PERMISSIONS[role]),
    ...activityCodes.flatMap((code) => ACTIVITY_PERMISSIONS.get(code) ?? [])
  ])
  return new Set(STAFF_PERMISSIONS.filter((one) => granted.has(one)))
}
