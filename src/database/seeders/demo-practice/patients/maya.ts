import { on, patientAccess } from '../access.ts'
import { ALLERGENS } from '../codes/allergens.ts'
import { MEDICINES } from '../codes/medicines.ts'
import { REACTIONS } from '../codes/reactions.ts'
import { stoppedInWords } from '../codes/stop-reasons.ts'
import type { DemoPatient } from '../demo-patient.ts'
import { person } from '../person.ts'
import { issuesFrom, supplyOf } from '../supply.ts'

export const MAYA: DemoPatient = {
  key: 'maya',
  odsCode: 'A81001',
  title: 'no longer registered',
  story:
    'Moved away in March 2026. Her own calls find nobody; staff see the old record and can no longer configure it.',
  person: person(
    {
      nhsNumber: '9991230165',
      prefix: 'Ms',
      given: 'Maya',
      family: 'Rossi',
      gender: 'female',
      birthDate: '1993-01-26',
      street: '11 Orchard Street',
      telephone: '07700 900123',
      registeredFrom: '2017-09-18'
    },
    { active: false, registeredTo: '2026-03-31' }
  ),
  usualGp: 'salaried-gp',
  access: patientAccess({
    SUMMARY: on('2024-01-29'),
    DETAILED_CODED: on('2024-01-29'),
    FULL_RECORD: on('2024-01-29')
  }),
  allergies: [
    {
      id: 'cat-dander',
      allergen: ALLERGENS.catDander,
      type: 'allergy',
      criticality: 'low',
      asserted: '2017-09-19',
      note: 'Sleeps elsewhere when she visits her aunt.',
      reaction: {
        manifestation: [REACTIONS.wheezing],
        severity: 'mild',
        exposureRoute: null,
        description: 'By the second evening.'
      },
      recorder: 'nurse'
    },
    {
      id: 'penicillin',
      allergen: ALLERGENS.penicillin,
      onset: '1999',
      asserted: '2017-09-19',
      ended: { on: '2023-10-24', reason: 'Allergy clinic: not allergic.' },
      recorder: 'gp'
    }
  ],
  medications: [
    {
      id: 'beclometasone',
      medicine: MEDICINES.beclometasone100,
      type: 'repeat',
      from: '2019-02-25',
      dosage: 'Inhale one puff twice a day',
      supply: supplyOf(200, 'dose', 100),
      issues: issuesFrom('2025-06-02', 3, 100),
      repeats: { allowed: 4, expiry: '2026-06-02' },
      end: {
        status: 'stopped',
        on: '2026-03-31',
        reason: stoppedInWords('Left the practice')
      },
      recorder: 'nurse'
    },
    {
      id: 'penicillin-v',
      medicine: MEDICINES.penicillinV250,
      type: 'acute',
      from: '2024-12-10',
      dosage: 'Take two four times a day',
      note: 'First penicillin since the clinic: no trouble.',
      supply: supplyOf(80, 'tablet', 10),
      issues: [{ on: '2024-12-10' }],
      end: { status: 'completed', on: '2024-12-20' },
      recorder: 'salaried-gp'
    }
  ]
}
