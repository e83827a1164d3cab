import { SNOMED_CT } from '../../../src/vocabulary/fhir-system.ts'
import type { CodeableConcept } from '../../../src/vocabulary/coding.ts'
import type { AllergyRow } from '../../../src/modules/record/allergies/allergy.row.ts'
import type { EntryRow } from '../../../src/modules/record/entry-row.ts'
import type {
  MedicationCourseRow,
  MedicationIssueRow
} from '../../../src/modules/record/medications/medication.row.ts'
import { idOf, PATIENT_ID, PRACTICE_ID, RECORDER_ID } from './ids.ts'

export const concept = (
  code: string,
  display: string,
  text: string | null = null
): CodeableConcept => ({
  coding: [{ system: SNOMED_CT, code, display }],
  text
})

export const PENICILLIN = concept('91936005', 'Allergy to penicillin')
export const PARACETAMOL = concept('322236009', 'Paracetamol 500mg tablets')

/** What every entry has, clinical and recorded on one day. */
export const entryRow = (id: string, day: string): EntryRow => ({
  id,
  practiceId: PRACTICE_ID,
  patientId: PATIENT_ID,
  clinicalDate: day,
  recordedDate: day,
  identifiers: [{ system: 'https://elm-tree.example/Id/entry', value: id }],
  hiddenBy: [],
  restrictedAt: null,
  restrictedBy: null,
  restrictedReason: null
})

/** An active allergy of 2020 with every text that can be withheld. */
export const allergyRow = (
  number: number,
  changes: Partial<AllergyRow> = {}
): AllergyRow => ({
  ...entryRow(idOf(5, number), '2020-03-01'),
  clinicalStatus: 'active',
  categories: ['medication'],
  type: 'allergy',
  criticality: 'high',
  code: { ...PENICILLIN, text: 'penicillins, all of them' },
  onset: '2020-03',
  assertedDate: '2020-03-01T10:00:00+00:00',
  lastOccurrence: null,
  endDate: null,
  endReason: null,
  note: 'told by her mother',
  reaction: {
    manifestation: [concept('247472004', 'Wheal')],
    severity: 'severe',
    exposureRoute: null,
    description: 'within the hour'
  },
  recorderId: RECORDER_ID,
  asserterId: null,
  assertedByPatient: true,
  ...changes
})

export const endedAllergyRow = (
  number: number,
  changes: Partial<AllergyRow> = {}
): AllergyRow =>
  allergyRow(number, {
    clinicalStatus: 'resolved',
    endDate: '2021-05-01',
    endReason: 'a test was negative',
    ...changes
  })

const supply = {
  validityStart: '2022-01-10',
  validityEnd: '2022-07-10',
  dosageText: 'one three times a day',
  patientInstruction: 'with food',
  quantity: { value: 84, unit: 'tablet', system: null, code: null },
  quantityText: '84 tablets',
  supplyDays: 28,
  groupIdentifier: null,
  recorderId: RECORDER_ID
}

/** An acute course of 2022, ended, without issues. */
export const courseRow = (
  number: number,
  changes: Partial<MedicationCourseRow> = {}
): MedicationCourseRow => ({
  ...entryRow(idOf(6, number), '2022-01-10'),
  ...supply,
  planId: idOf(7, number),
  planIdentifiers: [
    { system: 'https://elm-tree.example/Id/entry', value: idOf(7, number) }
  ],
  medication: PARACETAMOL,
  prescriptionType: 'acute',
  prescribingAgency: 'prescribed-at-gp-practice',
  status: 'completed',
  planStatus: 'completed',
  effectiveStart: '2022-01-10',
  effectiveEnd: '2022-02-06',
  dateAsserted: '2022-01-10T09:00:00+00:00',
  planAuthoredOn: '2022-01-10T09:00:00+00:00',
  lastIssueDate: '2022-01-10',
  note: 'asked for by phone',
  planNote: 'review in a month',
  repeatsAllowed: null,
  repeatsIssued: null,
  authorisationExpiry: null,
  stopReason: null,
  stoppedOn: null,
  priorCourseId: null,
  issueFacts: [],
  ...changes
})

/** A repeat that is still taken. */
export const repeatRow = (
  number: number,
  changes: Partial<MedicationCourseRow> = {}
): MedicationCourseRow =>
  courseRow(number, {
    prescriptionType: 'repeat',
    status: 'active',
    planStatus: 'active',
    effectiveEnd: null,
    repeatsAllowed: 6,
    repeatsIssued: 2,
    authorisationExpiry: '2022-07-10',
    groupIdentifier: `group-${number}`,
    ...changes
  })

export const issueRow = (
  number: number,
  course: MedicationCourseRow,
  changes: Partial<MedicationIssueRow> = {}
): MedicationIssueRow => ({
  ...entryRow(idOf(8, number), '2022-01-10'),
  ...supply,
  groupIdentifier: course.groupIdentifier,
  courseId: course.id,
  status: 'completed',
  authoredOn: '2022-01-10T09:05:00+00:00',
  note: 'given to her daughter',
  ...changes
})
