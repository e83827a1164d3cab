import { on, patientAccess } from '../access.ts'
import { ALLERGENS } from '../codes/allergens.ts'
import { MEDICINES } from '../codes/medicines.ts'
import { REACTIONS } from '../codes/reactions.ts'
import type { DemoPatient } from '../demo-patient.ts'
import { person } from '../person.ts'
import { issuesFrom, supplyOf } from '../supply.ts'

export const HARI: DemoPatient = {
  key: 'hari',
  odsCode: 'A81001',
  title: 'eleven years old, not assessed',
  story:
    'Access is switched on, but nobody has assessed whether he understands what he would read: his own calls are refused.',
  person: person({
    nhsNumber: '9991230092',
    prefix: 'Master',
    given: 'Hari',
    family: 'Singh',
    gender: 'male',
    birthDate: '2015-06-14',
    street: '17 Mill Field',
    telephone: '07700 900118',
    registeredFrom: '2015-07-20'
  }),
  usualGp: 'salaried-gp',
  access: patientAccess({
    SUMMARY: on('2025-09-15'),
    DETAILED_CODED: on('2025-09-15')
  }),
  allergies: [
    {
      id: 'peanut',
      allergen: ALLERGENS.peanut,
      type: 'allergy',
      criticality: 'high',
      onset: '2017-03',
      asserted: '2017-03-27',
      note: 'School has a plan and a pen.',
      reaction: {
        manifestation: [REACTIONS.urticaria, REACTIONS.vomiting],
        severity: 'moderate',
        exposureRoute: null,
        description: 'After a spoonful of peanut butter at nursery.'
      },
      recorder: 'nurse'
    },
    {
      id: 'amoxicillin',
      allergen: ALLERGENS.amoxicillin,
      asserted: '2019-01-14',
      ended: {
        on: '2022-02-08',
        reason: 'Given again at hospital: no reaction.'
      },
      recorder: 'gp'
    }
  ],
  medications: [
    {
      id: 'ventolin',
      medicine: MEDICINES.ventolin,
      type: 'repeat',
      from: '2021-11-09',
      dosage: 'Two puffs through a spacer when wheezy',
      note: 'Mother worried about winter.',
      supply: supplyOf(200, 'dose', 84),
      issues: issuesFrom('2026-01-13', 3, 84),
      repeats: { allowed: 4, expiry: '2027-01-13' },
      recorder: 'nurse'
    },
    {
      id: 'amoxicillin',
      medicine: MEDICINES.amoxicillinSuspension,
      type: 'acute',
      from: '2026-03-03',
      dosage: 'Give two 5ml spoonfuls three times a day',
      note: 'Ear ache for four days.',
      supply: supplyOf(200, 'ml', 7),
      issues: [{ on: '2026-03-03' }],
      end: { status: 'completed', on: '2026-03-10' },
      recorder: 'salaried-gp'
    }
  ]
}
