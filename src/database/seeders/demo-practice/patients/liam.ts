import { on, patientAccess } from '../access.ts'
import { ALLERGENS } from '../codes/allergens.ts'
import { MEDICINES } from '../codes/medicines.ts'
import { REACTIONS } from '../codes/reactions.ts'
import type { DemoPatient } from '../demo-patient.ts'
import { person } from '../person.ts'
import { issuesFrom, supplyOf } from '../supply.ts'

export const LIAM: DemoPatient = {
  key: 'liam',
  odsCode: 'A81001',
  title: 'sensitive: not to be found',
  story:
    'His whereabouts must not be found. Whoever asks with his token is told there is no such patient; staff see him, flagged.',
  person: person(
    {
      nhsNumber: '9991230157',
      prefix: 'Mr',
      given: 'Liam',
      family: 'Doyle',
      gender: 'male',
      birthDate: '1986-10-23',
      street: 'Address withheld',
      telephone: '07700 900122',
      registeredFrom: '2025-02-17'
    },
    { sensitive: true, dissentFromSharing: true }
  ),
  usualGp: 'gp',
  access: patientAccess({
    SUMMARY: on('2025-03-03'),
    DETAILED_CODED: on('2025-03-03')
  }),
  allergies: [
    {
      id: 'ibuprofen',
      allergen: ALLERGENS.ibuprofen,
      type: 'intolerance',
      criticality: 'low',
      onset: '2019',
      asserted: '2025-02-18',
      note: 'As he remembers it.',
      reaction: {
        manifestation: [REACTIONS.nausea],
        severity: 'mild',
        exposureRoute: null,
        description: 'Stomach pain.'
      },
      recorder: 'nurse',
      assertedBy: 'PATIENT'
    },
    {
      id: 'tree-pollen',
      allergen: ALLERGENS.treePollen,
      asserted: '2025-02-18',
      ended: { on: '2025-06-10', reason: 'None this spring.' },
      recorder: 'nurse'
    }
  ],
  medications: [
    {
      id: 'sertraline',
      medicine: MEDICINES.sertraline50,
      type: 'repeat',
      agency: 'prescribed-by-previous-practice',
      from: '2024-07',
      asserted: '2025-02-18',
      dosage: 'Take one each morning',
      note: 'Continued as before he moved.',
      supply: supplyOf(28, 'tablet', 28),
      issues: issuesFrom('2026-02-16', 9),
      repeats: { allowed: 12, expiry: '2027-02-16' },
      recorder: 'gp'
    },
    {
      id: 'hydrocortisone',
      medicine: MEDICINES.hydrocortisone,
      type: 'acute',
      from: '2025-08-26',
      dosage: 'Apply thinly twice a day for a week',
      note: 'Hand eczema from cleaning at work.',
      supply: supplyOf(15, 'g', 7),
      issues: [{ on: '2025-08-26' }],
      end: { status: 'completed', on: '2025-09-02' },
      recorder: 'nurse'
    }
  ]
}
