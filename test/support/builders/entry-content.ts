import type {
  AllergyContent,
  MedicationCourseContent,
  MedicationIssueContent
} from '../../../src/modules/record/entry-content.ts'
import type { PatientContent } from '../../../src/modules/record/record-writer.ts'

/** Every column filled, with texts that are awkward to store. */
const SNOMED = 'http://snomed.info/sct'
const CONCEPT = {
  coding: [
    { system: SNOMED, code: '1', display: `O'Hara "\\ é 💊 {a,b} ? $1 :x` }
  ],
  text: null
}

const source = (value: string) => ({
  identifiers: [{ system: 'https://supplier.example', value }] as const,
  restricted: false,
  staffConfidential: false,
  enteredInError: false
})

export const allergyContent = (recorderId: string): AllergyContent => ({
  ...source('allergy'),
  clinicalStatus: 'resolved',
  categories: ['medication', 'environment'],
  type: 'allergy',
  criticality: 'unable-to-assess',
  code: CONCEPT,
  onset: '2009-05',
  assertedDate: '2010-06-09T00:15:00+01:00',
  lastOccurrence: '2011',
  endDate: '2012-01-01',
  endReason: 'Ended',
  note: 'Line one\nline two',
  reaction: {
    manifestation: [CONCEPT],
    severity: 'mild',
    exposureRoute: null,
    description: 'Rash'
  },
  recorderId,
  asserterId: recorderId,
  assertedByPatient: false
})

const supply = (recorderId: string) => ({
  validityStart: '2024-01-10',
  validityEnd: '2024-07-10',
  dosageText: 'One daily',
  patientInstruction: 'With food',
  quantity: { value: 56.5, unit: 'ml', system: null, code: null },
  quantityText: '56.5 ml',
  supplyDays: 10.25,
  groupIdentifier: 'group',
  recorderId
})

export const issueContent = (
  recorderId: string,
  value = 'issue'
): MedicationIssueContent => ({
  ...source(value),
  ...supply(recorderId),
  status: 'completed',
  authoredOn: '2024-01-12',
  note: null
})

export const courseContent = (
  recorderId: string,
  value = 'course'
): MedicationCourseContent => ({
  ...source(value),
  ...supply(recorderId),
  planIdentifiers: [{ system: 'https://supplier.example', value: 'plan' }],
  medication: CONCEPT,
  prescriptionType: 'repeat-dispensing',
  prescribingAgency: 'prescribed-by-another-organisation',
  status: 'stopped',
  planStatus: 'stopped',
  effectiveStart: '2024',
  effectiveEnd: '2024-06',
  dateAsserted: null,
  planAuthoredOn: '2024-01-11',
  lastIssueDate: '2024-05-01',
  note: 'A',
  planNote: 'B',
  repeatsAllowed: 6,
  repeatsIssued: 0,
  authorisationExpiry: '2025-01-01',
  stopReason: CONCEPT,
  stoppedOn: '2024-06-02',
  priorCourse: null,
  issues: [issueContent(recorderId)]
})

export const patientContent = (usualGpId: string): PatientContent => ({
  nhsNumber: '9991230017',
  prefix: ['Ms'],
  given: ['Null', 'B, C?'],
  family: 'Example',
  gender: 'other',
  birthDate: '1952-05-31',
  address: {
    line: ['1 Lane'],
    city: 'Leeds',
    district: null,
    postalCode: null
  },
  telecom: [{ system: 'phone', value: '01632 960000', use: 'home' }],
  active: true,
  deceased: null,
  sensitive: false,
  dissentFromSharing: true,
  registeredFrom: '2005-03',
  registeredTo: null,
  registrationType: { system: 'x', code: 'R', display: 'Regular' },
  transferPending: true,
  usualGpId,
  branchSurgeryId: null
})
