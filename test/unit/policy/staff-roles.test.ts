import { describe, expect, it } from '@jest/globals'
import {
  knownRoles,
  permissionsOfStaff
} from '../../../src/policy/staff-roles.ts'
import {
  STAFF_PERMISSIONS,
  STAFF_ROLES,
  type StaffPermission,
  type StaffRole
} from '../../../src/policy/viewer.ts'

const permittedBy = (
  roles: readonly StaffRole[],
  codes: readonly string[] = []
): StaffPermission[] => [...permissionsOfStaff(roles, codes)]

/** Who may do it by a role alone, as README tells it. */
const HOLDERS = {
  VIEW_CONFIGURATION: [
    'GP',
    'NURSE',
    'PRACTICE_MANAGER',
    'PATIENT_ADMINISTRATOR',
    'RECEPTIONIST',
    'PRIVACY_OFFICER'
  ],
  CONFIGURE_PATIENT: ['GP', 'PRACTICE_MANAGER', 'PATIENT_ADMINISTRATOR'],
  CONFIGURE_PRACTICE: ['PRACTICE_MANAGER'],
  MANAGE_ACCOUNTS: ['PRACTICE_MANAGER', 'PATIENT_ADMINISTRATOR'],
  REVIEW_RECORD: ['GP', 'NURSE'],
  ENTER_RECORD: ['GP', 'NURSE'],
  VIEW_RECORD: ['GP', 'NURSE', 'PRESCRIPTION_CLERK', 'RECEPTIONIST'],
  PROCESS_REQUESTS: ['GP', 'PRESCRIPTION_CLERK'],
  READ_AUDIT: ['PRIVACY_OFFICER']
} as const satisfies Record<StaffPermission, readonly StaffRole[]>

describe('a role', () => {
  it.each(STAFF_PERMISSIONS)('%s is held by those who need it', (one) => {
    const holders = STAFF_ROLES.filter((role) =>
      permittedBy([role]).includes(one)
    )
    expect(holders).toEqual(HOLDERS[one])
  })

  it('that nobody knows is none', () => {
    const names = ['gp', 'GP ', '', 'VIEW_RECORD', '__proto__', 'constructor']
    expect(knownRoles(names)).toEqual([])
    expect(permittedBy(knownRoles([...names, 'NURSE', 'NURSE']))).toEqual(
      permittedBy(['NURSE'])
    )
  })
})

const ADMINISTRATION = [
  'VIEW_CONFIGURATION',
  'CONFIGURE_PATIENT',
  'MANAGE_ACCOUNTS'
]

describe('an RBAC activity', () => {
  it.each([
    ['B0062', ['VIEW_CONFIGURATION', 'CONFIGURE_PRACTICE']],
    ['B1700', ['VIEW_CONFIGURATION', 'CONFIGURE_PRACTICE']],
    ['B0560', ADMINISTRATION],
    ['B0340', ADMINISTRATION],
    ['B0380', ['REVIEW_RECORD', 'ENTER_RECORD']],
    ['B8029', ['REVIEW_RECORD', 'ENTER_RECORD']],
    ['B0360', ['VIEW_RECORD']],
    ['B0011', ['READ_AUDIT']]
  ])('%s permits %j', (code, permissions) => {
    expect(permittedBy([], [code])).toEqual(permissions)
  })

  it.each([
    'B0370',
    'B0083',
    'B0168',
    'B0082',
    'b0360',
    ' B0360',
    'B0360,B0011',
    'GP',
    'VIEW_RECORD',
    '__proto__',
    ''
  ])('%j permits nothing', (code) => {
    expect(permittedBy([], [code])).toEqual([])
  })
})

describe('roles and activities', () => {
  it('permit together what each of them permits, once', () => {
    const codes = ['B0360', 'B0011', 'B0360', 'B0370']
    expect(permittedBy(['RECEPTIONIST', 'NURSE'], codes)).toEqual([
      'VIEW_CONFIGURATION',
      'REVIEW_RECORD',
      'ENTER_RECORD',
      'VIEW_RECORD',
      'READ_AUDIT'
    ])
  })

  it('permit nothing when there are none', () => {
    expect(permittedBy([])).toEqual([])
  })

  it('are enough, all together, for everything', () => {
    expect(permittedBy(STAFF_ROLES)).toEqual(STAFF_PERMISSIONS)
  })
})
