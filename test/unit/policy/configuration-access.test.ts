import { describe, expect, it } from '@jest/globals'
import {
  canActAsStaff,
  canConfigurePatient,
  canConfigurePractice,
  canViewPracticeConfiguration
} from '../../../src/policy/configuration-access.ts'
import type { Decision } from '../../../src/policy/decision.ts'
import type { PatientStanding } from '../../../src/policy/online-access.ts'
import {
  STAFF_PERMISSIONS,
  type StaffPermission,
  type Viewer
} from '../../../src/policy/viewer.ts'
import { parseNhsNumber } from '../../../src/vocabulary/nhs-number.ts'
import { parseOdsCode } from '../../../src/vocabulary/ods-code.ts'
import { parsed } from '../../support/arbitraries.ts'

const HERE = parsed(parseOdsCode('A81001'))
const ELSEWHERE = parsed(parseOdsCode('B82002'))

const staff = (
  permissions: readonly StaffPermission[],
  odsCode = HERE
): Viewer => ({
  kind: 'practice-staff',
  userId: 'user',
  roleProfileId: 'role',
  odsCode,
  roles: [],
  activityCodes: [],
  permissions: new Set(permissions)
})

const PATIENT: PatientStanding = {
  nhsNumber: parsed(parseNhsNumber('9991230017')),
  odsCode: HERE,
  active: true,
  deceased: false,
  sensitive: false,
  birthDate: '1970-01-01',
  masterState: 'NEVER_ENABLED',
  competence: 'NOT_ASSESSED'
}

const ANONYMOUS: Viewer = { kind: 'anonymous' }
const CITIZEN: Viewer = {
  kind: 'patient',
  nhsNumber: PATIENT.nhsNumber,
  identityProofingLevel: 'P9'
}

const answerOf = (decision: Decision): string =>
  decision.allowed ? 'ALLOWED' : decision.reason

const act = (permission: StaffPermission) => (viewer: Viewer) =>
  canActAsStaff(viewer, permission)

const OPERATIONS = {
  VIEW_CONFIGURATION: (viewer: Viewer) =>
    canViewPracticeConfiguration(viewer, HERE),
  CONFIGURE_PRACTICE: (viewer: Viewer) => canConfigurePractice(viewer, HERE),
  CONFIGURE_PATIENT: (viewer: Viewer) => canConfigurePatient(viewer, PATIENT),
  MANAGE_ACCOUNTS: act('MANAGE_ACCOUNTS'),
  REVIEW_RECORD: act('REVIEW_RECORD'),
  ENTER_RECORD: act('ENTER_RECORD'),
  VIEW_RECORD: act('VIEW_RECORD'),
  PROCESS_REQUESTS: act('PROCESS_REQUESTS'),
  READ_AUDIT: act('READ_AUDIT')
} as const satisfies Record<StaffPermission, (viewer: Viewer) => Decision>

describe.each(STAFF_PERMISSIONS)('what needs %s', (permission) => {
  const operation = OPERATIONS[permission]
  const others = STAFF_PERMISSIONS.filter((other) => other !== permission)

  it.each([
    ['staff with it', staff([permission]), 'ALLOWED'],
    ['staff with all but it', staff(others), 'PERMISSION_MISSING'],
    ['staff with nothing', staff([]), 'PERMISSION_MISSING'],
    ['the patient', CITIZEN, 'PERMISSION_MISSING'],
    ['nobody', ANONYMOUS, 'AUTHENTICATION_REQUIRED']
  ])('asked by %s', (_who, viewer, answer) => {
    expect(answerOf(operation(viewer))).toBe(answer)
  })
})

describe('staff of another practice', () => {
  const stranger = staff(STAFF_PERMISSIONS, ELSEWHERE)

  it.each([
    'VIEW_CONFIGURATION',
    'CONFIGURE_PRACTICE',
    'CONFIGURE_PATIENT'
  ] as const)('are refused what needs %s here', (permission) => {
    expect(answerOf(OPERATIONS[permission](stranger))).toBe('OTHER_PRACTICE')
  })

  it('are not told that a patient is dead or gone (R9)', () => {
    const gone = { ...PATIENT, deceased: true, active: false }
    expect(answerOf(canConfigurePatient(stranger, gone))).toBe('OTHER_PRACTICE')
  })
})

describe('configuring a patient (R9)', () => {
  const gp = staff(['CONFIGURE_PATIENT'])

  it.each([
    ['deceased', { deceased: true }, 'PATIENT_DECEASED'],
    ['deregistered', { active: false }, 'PATIENT_INACTIVE'],
    ['sensitive', { sensitive: true }, 'ALLOWED'],
    ['under 16 (R10)', { birthDate: '2015-01-01' }, 'ALLOWED']
  ])('who is %s', (_what, change, answer) => {
    expect(answerOf(canConfigurePatient(gp, { ...PATIENT, ...change }))).toBe(
      answer
    )
  })
})
