import { PRESCRIPTION_TYPES } from '../../../src/modules/record/medications/medication.row.ts'
import { USUAL_GP_ID } from './ids.ts'
import { patientRow } from './people.ts'
import {
  allergyRow,
  concept,
  courseRow,
  endedAllergyRow,
  issueRow,
  repeatRow
} from './record.ts'
import { marked, type Content } from './structured-record.ts'

const replaced = courseRow(10, {
  status: 'stopped',
  planStatus: 'stopped',
  stopReason: concept(
    '395009001',
    'Medication stopped - side effect',
    'a rash'
  ),
  stoppedOn: '2022-02-01'
})
const repeat = repeatRow(11, { priorCourseId: replaced.id })
const dispensed = repeatRow(12, { prescriptionType: 'repeat-dispensing' })

const allergies = [
  allergyRow(1),
  allergyRow(2, {
    assertedByPatient: false,
    asserterId: USUAL_GP_ID,
    lastOccurrence: '2021',
    reaction: {
      manifestation: [],
      severity: 'mild',
      exposureRoute: null,
      description: null
    }
  }),
  allergyRow(3, {
    categories: ['environment'],
    code: { coding: [], text: 'cats' },
    type: null,
    criticality: null,
    onset: null,
    note: null,
    reaction: null
  }),
  marked(allergyRow(4), 'RESTRICTED'),
  endedAllergyRow(5),
  endedAllergyRow(6, { endReason: null }),
  marked(endedAllergyRow(7), 'STAFF_CONFIDENTIAL')
]

const medications = [
  ...PRESCRIPTION_TYPES.map((prescriptionType, index) => ({
    course: courseRow(index + 1, { prescriptionType })
  })),
  { course: replaced },
  { course: repeat, issues: [issueRow(1, repeat), issueRow(2, repeat)] },
  { course: dispensed, issues: [issueRow(3, dispensed)] },
  {
    course: courseRow(13, {
      prescribingAgency: 'prescribed-by-another-organisation',
      effectiveEnd: null,
      dateAsserted: null,
      dosageText: null,
      patientInstruction: null,
      quantity: null,
      quantityText: null,
      supplyDays: null,
      lastIssueDate: null,
      validityEnd: null,
      note: null
    })
  },
  { course: marked(courseRow(14), 'RESTRICTED') }
]

/** Every kind of entry there is, hidden ones and bare ones among them. */
export const WHOLE_RECORD_CONTENT: Content = { allergies, medications }

/** A patient of whom nearly nothing is known. */
export const BARE_PATIENT = patientRow({
  prefix: [],
  given: [],
  gender: null,
  address: null,
  telecom: [],
  registeredFrom: null,
  branchSurgeryId: null,
  usualGpId: null,
  deceased: 'unknown',
  transferPending: true
})
