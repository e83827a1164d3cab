import { on, patientAccess } from '../access.ts'
import { ALLERGENS } from '../codes/allergens.ts'
import { MEDICINES } from '../codes/medicines.ts'
import { REACTIONS } from '../codes/reactions.ts'
import type { DemoPatient } from '../demo-patient.ts'
import { person } from '../person.ts'
import { issuesFrom, supplyOf } from '../supply.ts'

export const NOOR: DemoPatient = {
  key: 'noor',
  odsCode: 'A81001',
  title: 'record still on its way',
  story:
    'Joined in October 2026. Her previous practice’s record has not all arrived, and every exported list says so.',
  person: person(
    {
      nhsNumber: '9991230173',
      prefix: 'Dr',
      given: 'Noor',
      family: 'Ahmed',
      gender: 'female',
      birthDate: '1968-06-06',
      street: '2 Quarry Close',
      telephone: '07700 900124',
      registeredFrom: '2026-10-05'
    },
    { transferPending: true }
  ),
  usualGp: 'gp',
  access: patientAccess({
    SUMMARY: on('2026-10-06'),
    DETAILED_CODED: on('2026-10-06')
  }),
  allergies: [
    {
      id: 'aspirin',
      allergen: ALLERGENS.aspirin,
      type: 'intolerance',
      onset: '2013-05',
      asserted: '2026-10-06T08:50:00+01:00',
      note: 'Her own account, until the old record is here.',
      reaction: {
        manifestation: [REACTIONS.urticaria],
        severity: 'moderate',
        exposureRoute: null,
        description: 'Hives on the neck.'
      },
      recorder: 'nurse',
      assertedBy: 'PATIENT'
    },
    {
      id: 'erythromycin',
      allergen: ALLERGENS.erythromycin,
      asserted: '2026-10-06',
      ended: { on: '2020', reason: 'No information available' },
      recorder: 'nurse',
      assertedBy: 'PATIENT'
    }
  ],
  medications: [
    {
      id: 'atorvastatin',
      medicine: MEDICINES.atorvastatin20,
      type: 'repeat',
      agency: 'prescribed-by-previous-practice',
      from: '2021',
      asserted: '2026-10-06',
      dosage: 'Take one at night',
      note: 'From her repeat slip. Check against the old record.',
      supply: supplyOf(28, 'tablet', 28),
      issues: issuesFrom('2026-10-06', 1),
      repeats: { allowed: 2, expiry: '2026-12-01' },
      recorder: 'pharmacist'
    },
    {
      id: 'clarithromycin',
      medicine: MEDICINES.clarithromycin500,
      type: 'acute',
      from: '2026-10-19',
      dosage: 'Take one twice a day',
      note: 'Leave out the atorvastatin until finished.',
      supply: supplyOf(14, 'tablet', 7),
      issues: [{ on: '2026-10-19' }],
      end: { status: 'completed', on: '2026-10-26' },
      recorder: 'gp'
    }
  ]
}
