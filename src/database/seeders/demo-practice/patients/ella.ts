import { on, patientAccess } from '../access.ts'
import { ALLERGENS } from '../codes/allergens.ts'
import { MEDICINES } from '../codes/medicines.ts'
import { REACTIONS } from '../codes/reactions.ts'
import type {
  DemoAllergy,
  DemoMedication,
  DemoPatient
} from '../demo-patient.ts'
import { person } from '../person.ts'
import { issuesFrom, supplyOf } from '../supply.ts'

/** What was entered since the start is seen, however old it is (Ruling R4). */
const allergies: readonly DemoAllergy[] = [
  {
    id: 'penicillin',
    allergen: ALLERGENS.penicillin,
    type: 'allergy',
    onset: '1998',
    asserted: '2024-05-20',
    note: 'Found while tidying up the old paper record.',
    reaction: {
      manifestation: [REACTIONS.rash],
      severity: 'mild',
      exposureRoute: null,
      description: 'Blotchy for two days.'
    },
    recorder: 'nurse'
  },
  {
    id: 'tree-pollen',
    allergen: ALLERGENS.treePollen,
    type: 'allergy',
    criticality: 'low',
    asserted: '2019-03-28',
    note: 'Recorded before the start of her access: she does not see it.',
    recorder: 'nurse'
  },
  {
    id: 'grass-pollen',
    allergen: ALLERGENS.grassPollen,
    asserted: '2012-06-12',
    ended: { on: '2021-07', reason: 'No symptoms for three summers.' },
    recorder: 'nurse'
  }
]

const medications: readonly DemoMedication[] = [
  {
    id: 'ferrous-fumarate',
    medicine: MEDICINES.ferrousFumarate,
    type: 'acute',
    from: '2021-06-07',
    dosage: 'Take one twice a day',
    note: 'Tired for months; iron stores low.',
    supply: supplyOf(84, 'tablet', 42),
    issues: [{ on: '2021-06-07' }],
    end: { status: 'completed', on: '2021-07-19' },
    recorder: 'gp'
  },
  {
    id: 'loratadine',
    medicine: MEDICINES.loratadine10,
    type: 'repeat',
    from: '2023-11-13',
    dosage: 'Take one each day',
    note: 'Begun before the start of her access, issued since.',
    supply: supplyOf(30, 'tablet', 30),
    issues: issuesFrom('2023-11-13', 8, 30),
    repeats: { allowed: 12, expiry: '2024-11-13' },
    end: { status: 'completed', on: '2024-11-13' },
    recorder: 'pharmacist'
  },
  {
    id: 'sertraline',
    medicine: MEDICINES.sertraline50,
    type: 'repeat',
    from: '2024-08-12',
    dosage: 'Take one each morning',
    instruction: 'It may take four weeks to help',
    note: 'Talked through how it works and what to expect.',
    supply: supplyOf(28, 'tablet', 28),
    issues: issuesFrom('2026-02-23', 8),
    repeats: { allowed: 12, expiry: '2027-02-23' },
    recorder: 'gp'
  }
]

export const ELLA: DemoPatient = {
  key: 'ella',
  odsCode: 'A81001',
  title: 'only what is entered since April 2024',
  story:
    'Sees in full all that was entered on or after 1 April 2024, an allergy of 1998 found later among it, and nothing entered before.',
  person: person({
    nhsNumber: '9991230068',
    prefix: 'Miss',
    given: 'Ella',
    family: 'Novak',
    gender: 'female',
    birthDate: '1995-12-09',
    street: '5 Station Parade',
    telephone: '07700 900115',
    registeredFrom: '2012-06-11'
  }),
  usualGp: 'salaried-gp',
  access: patientAccess({ PROSPECTIVE: on('2024-04-01', '2024-04-01') }),
  allergies,
  medications
}
