import { on, patientAccess } from '../access.ts'
import { ALLERGENS } from '../codes/allergens.ts'
import { MEDICINES } from '../codes/medicines.ts'
import { REACTIONS } from '../codes/reactions.ts'
import { stoppedInWords } from '../codes/stop-reasons.ts'
import type {
  DemoAllergy,
  DemoMedication,
  DemoPatient
} from '../demo-patient.ts'
import { person } from '../person.ts'
import { issuesFrom, supplyOf } from '../supply.ts'

const allergies: readonly DemoAllergy[] = [
  {
    id: 'codeine',
    allergen: ALLERGENS.codeine,
    type: 'intolerance',
    criticality: 'low',
    onset: '2018-01',
    asserted: '2018-02-05',
    note: 'Would rather have pain than take it again.',
    reaction: {
      manifestation: [REACTIONS.vomiting, REACTIONS.nausea],
      severity: 'moderate',
      exposureRoute: null,
      description: 'Sick for a day after each dose.'
    },
    recorder: 'gp',
    assertedBy: 'PATIENT'
  },
  {
    id: 'sulfonamide',
    allergen: ALLERGENS.sulfonamide,
    type: 'allergy',
    onset: '1983',
    asserted: '2011-03-15T09:40:00+00:00',
    ended: {
      on: '2020-09-01',
      reason: 'The rash was measles, says the letter of 1983.'
    },
    reaction: {
      manifestation: [REACTIONS.rash],
      severity: null,
      exposureRoute: null,
      description: 'Rash on the trunk, as a student.'
    },
    recorder: 'gp'
  }
]

const heart: readonly DemoMedication[] = [
  {
    id: 'ramipril-2-5mg',
    medicine: MEDICINES.ramipril2_5,
    type: 'repeat',
    from: '2022-10-11',
    dosage: 'Take one each day',
    supply: supplyOf(28, 'capsule', 28),
    issues: issuesFrom('2022-10-11', 4),
    repeats: { allowed: 6, expiry: '2023-10-11' },
    end: {
      status: 'stopped',
      on: '2023-02-14',
      reason: stoppedInWords('Dose raised to 5mg')
    },
    recorder: 'gp'
  },
  {
    id: 'ramipril-5mg',
    medicine: MEDICINES.ramipril5,
    type: 'repeat',
    from: '2023-02-14',
    dosage: 'Take one each day',
    instruction: 'Stop for a day or two if you are sick or have diarrhoea',
    note: 'Kidney function steady since the rise.',
    supply: supplyOf(28, 'capsule', 28),
    issues: issuesFrom('2026-03-10', 8),
    repeats: { allowed: 12, expiry: '2027-03-10' },
    replaces: 'ramipril-2-5mg',
    recorder: 'gp'
  },
  {
    id: 'apixaban',
    medicine: MEDICINES.apixaban5,
    type: 'repeat-dispensing',
    from: '2026-05-04',
    dosage: 'Take one twice a day',
    planNote: 'Blood count and kidney function each year in May.',
    supply: supplyOf(56, 'tablet', 28),
    issues: issuesFrom('2026-05-04', 6),
    repeats: { allowed: 12, expiry: '2027-05-04' },
    recorder: 'pharmacist'
  }
]

const others: readonly DemoMedication[] = [
  {
    id: 'aciclovir',
    medicine: MEDICINES.aciclovir800,
    type: 'acute',
    from: '2024-01-23',
    dosage: 'Take one five times a day',
    note: 'Shingles on the left flank, second day.',
    supply: supplyOf(35, 'tablet', 7),
    issues: [{ on: '2024-01-23' }],
    end: { status: 'completed', on: '2024-01-30' },
    recorder: 'salaried-gp'
  },
  {
    id: 'tamsulosin',
    medicine: MEDICINES.tamsulosin,
    type: 'acute',
    agency: 'prescribed-by-another-organisation',
    from: '2025-09',
    asserted: '2025-10-01',
    dosage: 'Take one each day after breakfast',
    note: 'Begun by the urology clinic; they will write again in spring.',
    supply: null,
    issues: [],
    recorder: 'pharmacist'
  }
]

export const DEV: DemoPatient = {
  key: 'dev',
  odsCode: 'A81001',
  title: 'detailed record and documents',
  story:
    'Sees all coded parts and the letters kept in his record, but no free text.',
  person: person({
    nhsNumber: '9991230041',
    prefix: 'Mr',
    given: 'Dev',
    family: 'Patel',
    gender: 'male',
    birthDate: '1965-01-17',
    street: '22 Orchard Street',
    telephone: '07700 900114',
    registeredFrom: '2011-03-14'
  }),
  usualGp: 'gp',
  access: patientAccess(
    {
      SUMMARY: on('2024-01-08'),
      DETAILED_CODED: on('2024-01-08'),
      DOCUMENT: on('2024-06-03')
    },
    { prescriptionOrdering: true }
  ),
  allergies,
  medications: [...heart, ...others]
}
