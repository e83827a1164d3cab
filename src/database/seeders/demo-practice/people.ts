import type { Coding } from '../../../vocabulary/coding.ts'
import type { AdministrativeGender } from '../../../vocabulary/demographics.ts'
import { SDS_JOB_ROLE_SYSTEM } from '../../../vocabulary/fhir-system.ts'
import type { DemoOdsCode } from './practices.ts'

/** Somebody who works at one of the practices; all are invented. */
interface DemoStaff {
  readonly odsCode: DemoOdsCode
  readonly userId: string
  readonly roleProfileId: string
  readonly prefix: string
  readonly given: string
  readonly family: string
  readonly gender: AdministrativeGender
  readonly jobRole: Coding
}

const jobRole = (code: string, display: string): Coding => ({
  system: SDS_JOB_ROLE_SYSTEM,
  code,
  display
})

const DEMO_STAFF = {
  gp: {
    odsCode: 'A81001',
    userId: '999000000011',
    roleProfileId: '999000001011',
    prefix: 'Dr',
    given: 'Helen',
    family: 'Brook',
    gender: 'female',
    jobRole: jobRole('R0260', 'General Medical Practitioner')
  },
  'salaried-gp': {
    odsCode: 'A81001',
    userId: '999000000012',
    roleProfileId: '999000001012',
    prefix: 'Dr',
    given: 'Samuel',
    family: 'Okafor',
    gender: 'male',
    jobRole: jobRole('R0270', 'Salaried General Practitioner')
  },
  nurse: {
    odsCode: 'A81001',
    userId: '999000000013',
    roleProfileId: '999000001013',
    prefix: 'Mrs',
    given: 'Margaret',
    family: 'Lyle',
    gender: 'female',
    jobRole: jobRole('R8001', 'Nurse Access Role')
  },
  pharmacist: {
    odsCode: 'A81001',
    userId: '999000000014',
    roleProfileId: '999000001014',
    prefix: 'Mr',
    given: 'Adeel',
    family: 'Rahman',
    gender: 'male',
    jobRole: jobRole('R1290', 'Pharmacist')
  },
  manager: {
    odsCode: 'A81001',
    userId: '999000000015',
    roleProfileId: '999000001015',
    prefix: 'Ms',
    given: 'Joan',
    family: 'Whitfield',
    gender: 'female',
    jobRole: jobRole('R8011', 'Clerical Manager Access Role')
  },
  receptionist: {
    odsCode: 'A81001',
    userId: '999000000016',
    roleProfileId: '999000001016',
    prefix: 'Mr',
    given: 'Tom',
    family: 'Yates',
    gender: 'male',
    jobRole: jobRole('R8009', 'Receptionist Access Role')
  },
  'other-gp': {
    odsCode: 'B82002',
    userId: '999000000021',
    roleProfileId: '999000001021',
    prefix: 'Dr',
    given: 'Amara',
    family: 'Nwosu',
    gender: 'female',
    jobRole: jobRole('R0260', 'General Medical Practitioner')
  },
  'other-nurse': {
    odsCode: 'B82002',
    userId: '999000000022',
    roleProfileId: '999000001022',
    prefix: 'Mr',
    given: 'Peter',
    family: 'Hale',
    gender: 'male',
    jobRole: jobRole('R8001', 'Nurse Access Role')
  }
} as const satisfies Record<string, DemoStaff>

export type StaffKey = keyof typeof DEMO_STAFF

export const demoStaff = (key: StaffKey): DemoStaff => DEMO_STAFF[key]

/** Keys of those who work at one practice. */
export const listStaffOf = (odsCode: DemoOdsCode): StaffKey[] =>
  Object.entries(DEMO_STAFF).flatMap(([key, staff]) =>
    isStaffKey(key) && staff.odsCode === odsCode ? [key] : []
  )

const isStaffKey = (key: string): key is StaffKey => key in DEMO_STAFF
