import { on, patientAccess } from '../access.ts'
import { ALLERGENS } from '../codes/allergens.ts'
import { MEDICINES } from '../codes/medicines.ts'
import { REACTIONS } from '../codes/reactions.ts'
import type { DemoPatient } from '../demo-patient.ts'
import { person } from '../person.ts'
import { issuesFrom, supplyOf } from '../supply.ts'

export const OWEN: DemoPatient = {
  key: 'owen',
  odsCode: 'A81001',
  title: 'thirteen years old, assessed competent',
  story:
    'His GP recorded that he understands what access means, so he may use it himself before he is sixteen.',
  person: person({
    nhsNumber: '9991230181',
    prefix: 'Master',
    given: 'Owen',
    family: 'Price',
    gender: 'male',
    birthDate: '2013-02-20',
    street: '6 Mill Field',
    telephone: '07700 900125',
    registeredFrom: '2013-03-18'
  }),
  usualGp: 'gp',
  access: patientAccess(
    {
      SUMMARY: on('2026-07-14'),
      DETAILED_CODED: on('2026-07-14')
    },
    {
      competence: 'COMPETENT',
      competenceReason:
        'Seen alone and with his father. Knows what he would read, who else could read it, and whom to ask.'
    }
  ),
  allergies: [
    {
      id: 'penicillin',
      allergen: ALLERGENS.penicillin,
      type: 'allergy',
      criticality: 'low',
      onset: '2018-10-02',
      asserted: '2018-10-04',
      note: 'Father would like it tested one day.',
      reaction: {
        manifestation: [REACTIONS.rash],
        severity: 'mild',
        exposureRoute: null,
        description: 'Spots on the third day, gone in a week.'
      },
      recorder: 'salaried-gp'
    },
    {
      id: 'peanut',
      allergen: ALLERGENS.peanut,
      onset: '2014',
      asserted: '2015-05-11',
      ended: { on: '2020-08-17', reason: 'Outgrown: ate some at clinic.' },
      recorder: 'nurse'
    }
  ],
  medications: [
    {
      id: 'loratadine',
      medicine: MEDICINES.loratadine10,
      type: 'repeat',
      from: '2025-05-06',
      dosage: 'Take one each day',
      note: 'Exams are in the pollen season.',
      supply: supplyOf(30, 'tablet', 30),
      issues: issuesFrom('2026-04-21', 3, 30),
      repeats: { allowed: 6, expiry: '2027-04-21' },
      recorder: 'nurse'
    },
    {
      id: 'piriton',
      medicine: MEDICINES.piriton,
      type: 'acute',
      from: '2026-06-24',
      dosage: 'Take one at night when needed',
      note: 'Bitten all over at camp.',
      supply: supplyOf(14, 'tablet', 14),
      issues: [{ on: '2026-06-24' }],
      end: { status: 'completed', on: '2026-07-08' },
      recorder: 'nurse'
    }
  ]
}
