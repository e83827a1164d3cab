import type { StructuredRecordSource } from '../../../src/modules/fhir-export/structured-record-source.ts'
import type { PatientRow } from '../../../src/modules/record/patient/patient.row.ts'
import type {
  PractitionerRoleRow,
  PractitionerRow
} from '../../../src/modules/record/people/people.row.ts'
import { SDS_JOB_ROLE_SYSTEM } from '../../../src/vocabulary/fhir-system.ts'
import {
  idOf,
  PATIENT_ID,
  PRACTICE_ID,
  RECORDER_ID,
  USUAL_GP_ID
} from './ids.ts'

export const BRANCH_ID = idOf(4, 1)
export const HOSPITAL_ID = idOf(1, 2)

export const patientRow = (changes: Partial<PatientRow> = {}): PatientRow => ({
  id: PATIENT_ID,
  practiceId: PRACTICE_ID,
  nhsNumber: '9991230017',
  prefix: ['Ms'],
  given: ['Ada'],
  family: 'Sample',
  gender: 'female',
  birthDate: '1970-06-01',
  address: {
    line: ['1 Sample Street'],
    city: 'Leeds',
    district: null,
    postalCode: 'LS1 1AA'
  },
  telecom: [{ system: 'phone', value: '0113 496 0000', use: 'home' }],
  active: true,
  deceased: null,
  sensitive: false,
  dissentFromSharing: false,
  registeredFrom: '2019-02-05',
  registeredTo: null,
  registrationType: null,
  transferPending: false,
  usualGpId: USUAL_GP_ID,
  branchSurgeryId: BRANCH_ID,
  version: 3,
  ...changes
})

export const practitionerRow = (
  id: string,
  changes: Partial<PractitionerRow> = {}
): PractitionerRow => ({
  id,
  sdsUserId: id.slice(-12),
  prefix: ['Dr'],
  given: ['Gale'],
  family: 'Tester',
  gender: 'female',
  version: 2,
  ...changes
})

export const roleRow = (
  number: number,
  practitionerId: string,
  organizationId: string | null = PRACTICE_ID
): PractitionerRoleRow => ({
  id: idOf(9, number),
  practitionerId,
  organizationId,
  roleProfileId: `role-${number}`,
  jobRole: {
    system: SDS_JOB_ROLE_SYSTEM,
    code: 'R0260',
    display: 'General Medical Practitioner'
  },
  version: 1
})

/** A practice with a branch, a usual GP and one who records. */
export const peopleAndPlaces = (): Pick<
  StructuredRecordSource,
  | 'patient'
  | 'practice'
  | 'practitioners'
  | 'roles'
  | 'organizations'
  | 'locations'
> => ({
  patient: patientRow(),
  practice: {
    id: PRACTICE_ID,
    odsCode: 'A81001',
    name: 'Elm Tree Surgery',
    address: null,
    telephone: '0113 496 0001',
    version: 1,
    isPractice: true
  },
  practitioners: [practitionerRow(RECORDER_ID), practitionerRow(USUAL_GP_ID)],
  roles: [roleRow(1, USUAL_GP_ID), roleRow(2, RECORDER_ID, HOSPITAL_ID)],
  organizations: [
    {
      id: HOSPITAL_ID,
      odsCode: 'RR8',
      name: 'Sample General Hospital',
      address: null,
      telephone: null,
      version: 4,
      isPractice: false
    }
  ],
  locations: [
    {
      id: BRANCH_ID,
      odsSiteCode: 'A81001001',
      name: 'Elm Tree Branch Surgery',
      address: { line: [], city: null, district: null, postalCode: 'LS2 1AA' },
      telephone: null,
      version: 5
    }
  ]
})
