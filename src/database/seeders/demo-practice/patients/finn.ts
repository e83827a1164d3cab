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
    id: 'bee-venom',
    allergen: ALLERGENS.beeVenom,
    type: 'allergy',
    criticality: 'high',
    onset: '2023-08-14',
    asserted: '2023-08-16',
    note: 'Keeps bees. Referred for desensitisation.',
    reaction: {
      manifestation: [REACTIONS.anaphylaxis],
      severity: 'severe',
      exposureRoute: null,
      description: 'Collapsed by the hives; his son called the ambulance.'
    },
    recorder: 'gp',
    assertedBy: 'PATIENT'
  },
  {
    id: 'ibuprofen',
    allergen: ALLERGENS.ibuprofen,
    type: 'intolerance',
    onset: '2015-11',
    asserted: '2015-11-25',
    note: 'Before the start of his full record: he does not see this note.',
    reaction: {
      manifestation: [REACTIONS.nausea],
      severity: 'mild',
      exposureRoute: null,
      description: 'Heartburn from the first tablet.'
    },
    recorder: 'gp'
  },
  {
    id: 'codeine',
    allergen: ALLERGENS.codeine,
    type: 'intolerance',
    onset: '2010',
    asserted: '2010-02-09',
    ended: { on: '2022-05-03', reason: 'Took it after surgery without harm.' },
    recorder: 'nurse'
  }
]

const medications: readonly DemoMedication[] = [
  {
    id: 'furosemide',
    medicine: MEDICINES.furosemide20,
    type: 'repeat',
    from: '2021-10-19',
    dosage: 'Take one each morning',
    note: 'Older than his full record, though he is still taking it.',
    supply: supplyOf(28, 'tablet', 28),
    issues: [
      ...issuesFrom('2021-10-19', 3),
      { on: '2026-09-29', note: 'Ankles much better, says the nurse.' }
    ],
    repeats: { allowed: 12, expiry: '2027-01-11' },
    recorder: 'gp'
  },
  {
    id: 'aspirin',
    medicine: MEDICINES.aspirin75,
    type: 'repeat',
    from: '2018-04-10',
    dosage: 'Take one each day, dissolved in water',
    note: 'After the scare of Easter 2018.',
    supply: supplyOf(28, 'tablet', 28),
    issues: issuesFrom('2018-04-10', 4),
    repeats: { allowed: 6, expiry: '2019-04-10' },
    end: {
      status: 'stopped',
      on: '2020-01-07',
      reason: stoppedBecause('contraIndicated', 'Bleeding from the stomach')
    },
    recorder: 'gp'
  },
  {
    id: 'prednisolone',
    medicine: MEDICINES.prednisolone5,
    type: 'acute',
    from: '2023-08-16',
    dosage: 'Take six each morning for three days',
    note: 'Wheals still coming and going since the sting.',
    supply: supplyOf(18, 'tablet', 3),
    issues: [{ on: '2023-08-16' }],
    end: { status: 'completed', on: '2023-08-19' },
    recorder: 'gp'
  }
]

export const FINN: DemoPatient = {
  key: 'finn',
  odsCode: 'A81001',
  title: 'full record from January 2022, before that a summary',
  story:
    'Sees in full what happened on or after 1 January 2022; what is older he sees as a summary, without notes.',
  person: person({
    nhsNumber: '9991230076',
    prefix: 'Mr',
    given: 'Finn',
    family: 'Gallagher',
    gender: 'male',
    birthDate: '1949-05-27',
    street: 'Beehive Farm',
    telephone: '07700 900116',
    registeredFrom: '2010-02-08'
  }),
  usualGp: 'gp',
  access: patientAccess({
    SUMMARY: on('2022-11-01'),
    FULL_RECORD: on('2024-03-11', '2022-01-01')
  }),
  allergies,
  medications
}
