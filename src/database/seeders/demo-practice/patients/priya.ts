import { on, patientAccess } from '../access.ts'
import { ALLERGENS } from '../codes/allergens.ts'
import { MEDICINES } from '../codes/medicines.ts'
import { REACTIONS } from '../codes/reactions.ts'
import type { DemoPatient } from '../demo-patient.ts'
import { person } from '../person.ts'
import { issuesFrom, supplyOf } from '../supply.ts'

export const PRIYA: DemoPatient = {
  key: 'priya',
  odsCode: 'B82002',
  title: 'full record, under a practice that stops at detailed',
  story:
    'Was given the full record, but her practice has not switched it on: she sees what detailed shows, and no free text.',
  person: person({
    nhsNumber: '9991230122',
    prefix: 'Mrs',
    given: 'Priya',
    family: 'Nair',
    gender: 'female',
    birthDate: '1974-12-12',
    street: '80 Mill Lane',
    city: 'Barlow Green',
    postalCode: 'ZZ99 2AB',
    telephone: '07700 900211',
    registeredFrom: '2014-05-19'
  }),
  usualGp: 'other-gp',
  access: patientAccess({
    SUMMARY: on('2024-02-12'),
    DETAILED_CODED: on('2024-02-12'),
    FULL_RECORD: on('2024-02-12')
  }),
  allergies: [
    {
      id: 'penicillin',
      allergen: ALLERGENS.penicillin,
      type: 'allergy',
      criticality: 'high',
      onset: '2002',
      asserted: '2014-05-20',
      note: 'Her practice would show this note at full only.',
      reaction: {
        manifestation: [REACTIONS.urticaria],
        severity: 'severe',
        exposureRoute: null,
        description: 'Swollen lips and hives.'
      },
      recorder: 'other-nurse',
      assertedBy: 'PATIENT'
    },
    {
      id: 'tree-pollen',
      allergen: ALLERGENS.treePollen,
      asserted: '2016-04-11',
      ended: { on: '2022-04', reason: 'Desensitised over three years.' },
      recorder: 'other-nurse'
    }
  ],
  medications: [
    {
      id: 'ramipril',
      medicine: MEDICINES.ramipril5,
      type: 'repeat',
      from: '2023-09-12',
      dosage: 'Take one each day',
      note: 'Home readings better than ours.',
      supply: supplyOf(28, 'capsule', 28),
      issues: issuesFrom('2026-03-17', 8),
      repeats: { allowed: 12, expiry: '2027-03-17' },
      recorder: 'other-gp'
    },
    {
      id: 'doxycycline',
      medicine: MEDICINES.doxycycline100,
      type: 'acute',
      from: '2025-12-29',
      dosage: 'Take two on the first day, then one each day',
      note: 'Cough since before Christmas.',
      supply: supplyOf(8, 'capsule', 7),
      issues: [{ on: '2025-12-29' }],
      end: { status: 'completed', on: '2026-01-05' },
      recorder: 'other-gp'
    }
  ]
}
