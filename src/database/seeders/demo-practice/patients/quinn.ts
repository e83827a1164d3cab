import { on, patientAccess } from '../access.ts'
import { ALLERGENS } from '../codes/allergens.ts'
import { MEDICINES } from '../codes/medicines.ts'
import { REACTIONS } from '../codes/reactions.ts'
import type { DemoPatient } from '../demo-patient.ts'
import { person } from '../person.ts'
import { issuesFrom, supplyOf } from '../supply.ts'

export const QUINN: DemoPatient = {
  key: 'quinn',
  odsCode: 'B82002',
  title: 'summary at the other practice',
  story:
    'Registered at Mill Lane: staff of Elm Tree Surgery do not find this patient at all.',
  person: person({
    nhsNumber: '9991230130',
    prefix: 'Mx',
    given: 'Quinn',
    family: 'Baker',
    gender: 'other',
    birthDate: '1999-08-28',
    street: '5 Chapel Row',
    city: 'Barlow Green',
    postalCode: 'ZZ99 2AC',
    telephone: '07700 900212',
    registeredFrom: '2021-10-11'
  }),
  usualGp: 'other-gp',
  access: patientAccess({ SUMMARY: on('2024-03-18') }),
  allergies: [
    {
      id: 'grass-pollen',
      allergen: ALLERGENS.grassPollen,
      type: 'allergy',
      criticality: 'low',
      asserted: '2021-10-12',
      note: 'Plays football regardless.',
      reaction: {
        manifestation: [REACTIONS.rhinitis],
        severity: 'mild',
        exposureRoute: null,
        description: 'Itchy eyes.'
      },
      recorder: 'other-nurse'
    },
    {
      id: 'amoxicillin',
      allergen: ALLERGENS.amoxicillin,
      onset: '2003',
      asserted: '2021-10-12',
      ended: { on: '2024-05-21', reason: 'Supervised dose: no reaction.' },
      recorder: 'other-gp'
    }
  ],
  medications: [
    {
      id: 'salbutamol',
      medicine: MEDICINES.salbutamol,
      type: 'repeat',
      from: '2022-05-03',
      dosage: 'Inhale two puffs before exercise',
      note: 'Only on the pitch.',
      supply: supplyOf(200, 'dose', 100),
      issues: issuesFrom('2026-02-09', 2, 100),
      repeats: { allowed: 4, expiry: '2027-02-09' },
      recorder: 'other-nurse'
    },
    {
      id: 'flucloxacillin',
      medicine: MEDICINES.flucloxacillin500,
      type: 'acute',
      from: '2025-09-30',
      dosage: 'Take one four times a day on an empty stomach',
      note: 'Boot blister, red and hot.',
      supply: supplyOf(20, 'capsule', 5),
      issues: [{ on: '2025-09-30' }],
      end: { status: 'completed', on: '2025-10-05' },
      recorder: 'other-gp'
    }
  ]
}
