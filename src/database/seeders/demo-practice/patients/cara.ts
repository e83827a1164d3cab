import { on, patientAccess } from '../access.ts'
import { ALLERGENS } from '../codes/allergens.ts'
import { MEDICINES } from '../codes/medicines.ts'
import { REACTIONS } from '../codes/reactions.ts'
import { stoppedBecause } from '../codes/stop-reasons.ts'
import type {
  DemoAllergy,
  DemoMedication,
  DemoPatient
} from '../demo-patient.ts'
import { person } from '../person.ts'
import { issuesFrom, supplyOf } from '../supply.ts'

const allergies: readonly DemoAllergy[] = [
  {
    id: 'peanut',
    allergen: ALLERGENS.peanut,
    type: 'allergy',
    criticality: 'high',
    onset: '1994',
    asserted: '2013-09-24',
    lastOccurrence: '2021-12-24',
    note: 'Carries two pens. Partner knows how to use them.',
    reaction: {
      manifestation: [REACTIONS.anaphylaxis],
      severity: 'severe',
      exposureRoute: null,
      description: 'Throat closing minutes after a mince pie; ambulance called.'
    },
    recorder: 'nurse',
    assertedBy: 'PATIENT'
  },
  {
    id: 'grass-pollen',
    allergen: ALLERGENS.grassPollen,
    type: 'allergy',
    criticality: 'low',
    asserted: '2017-06-20',
    reaction: {
      manifestation: [REACTIONS.rhinitis],
      severity: 'mild',
      exposureRoute: null,
      description: 'From May until the hay is in.'
    },
    recorder: 'nurse'
  },
  {
    id: 'erythromycin',
    allergen: ALLERGENS.erythromycin,
    onset: '1991',
    asserted: '2013-09-24',
    ended: { on: '2015', reason: 'No information available' },
    recorder: 'nurse'
  }
]

const medications: readonly DemoMedication[] = [
  {
    id: 'cetirizine',
    medicine: MEDICINES.cetirizine10,
    type: 'repeat',
    from: '2019-05-13',
    dosage: 'Take one each day in the hay fever season',
    note: 'Buys it herself in winter.',
    supply: supplyOf(30, 'tablet', 30),
    issues: issuesFrom('2026-04-13', 4, 30),
    repeats: { allowed: 6, expiry: '2027-04-13' },
    recorder: 'pharmacist'
  },
  {
    id: 'nitrofurantoin',
    medicine: MEDICINES.nitrofurantoin100,
    type: 'acute',
    from: '2026-09-08',
    dosage: 'Take one twice a day with food',
    note: 'Third infection in a year: send a sample next time.',
    supply: supplyOf(6, 'capsule', 3),
    issues: [{ on: '2026-09-08' }],
    end: { status: 'completed', on: '2026-09-11' },
    recorder: 'salaried-gp'
  },
  {
    id: 'citalopram',
    medicine: MEDICINES.citalopram20,
    type: 'repeat',
    from: '2020-11-02',
    dosage: 'Take one each morning',
    planNote: 'Review in four weeks, sooner if worse.',
    supply: supplyOf(28, 'tablet', 28),
    issues: issuesFrom('2020-11-02', 6),
    repeats: { allowed: 6, expiry: '2021-11-02' },
    end: {
      status: 'stopped',
      on: '2021-04-19',
      reason: stoppedBecause('sideEffect', 'Slept badly; feels ready to stop')
    },
    recorder: 'gp'
  }
]

export const CARA: DemoPatient = {
  key: 'cara',
  odsCode: 'A81001',
  title: 'detailed coded record',
  story:
    'Sees all coded parts of her record. What the practice wrote in free text stays with the practice.',
  person: person({
    nhsNumber: '9991230033',
    prefix: 'Ms',
    given: 'Cara',
    family: 'Dlamini',
    gender: 'female',
    birthDate: '1990-07-30',
    street: '8 Weir Cottages',
    telephone: '07700 900113',
    registeredFrom: '2013-09-23'
  }),
  usualGp: 'salaried-gp',
  branchSurgery: 'A81001001',
  access: patientAccess({
    SUMMARY: on('2024-05-07'),
    DETAILED_CODED: on('2024-05-07')
  }),
  allergies,
  medications
}
