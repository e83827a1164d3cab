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
    id: 'penicillin',
    allergen: ALLERGENS.penicillin,
    type: 'allergy',
    criticality: 'high',
    onset: '1996',
    asserted: '2009-05-12T11:05:00+01:00',
    lastOccurrence: '1996',
    note: 'Was told at the time never to take any penicillin again.',
    reaction: {
      manifestation: [REACTIONS.urticaria],
      severity: 'moderate',
      exposureRoute: null,
      description: 'Hives on arms and chest an hour after the second tablet.'
    },
    recorder: 'nurse',
    assertedBy: 'PATIENT'
  },
  {
    id: 'erythromycin',
    allergen: ALLERGENS.erythromycin,
    type: 'intolerance',
    criticality: 'low',
    onset: '2011-02',
    asserted: '2011-02-21',
    ended: {
      on: '2019-10-08',
      reason: 'Upset stomach only. Took a full course since without trouble.'
    },
    reaction: {
      manifestation: [REACTIONS.diarrhoea, REACTIONS.nausea],
      severity: 'mild',
      exposureRoute: null,
      description: 'Loose stools from the second day until it was finished.'
    },
    recorder: 'gp'
  }
]

const bloodPressure: readonly DemoMedication[] = [
  {
    id: 'lisinopril',
    medicine: MEDICINES.lisinopril10,
    type: 'repeat',
    from: '2018-03-06',
    dosage: 'Take one each morning',
    note: 'Started after three raised readings at home.',
    supply: supplyOf(28, 'tablet', 28),
    issues: issuesFrom('2018-03-06', 3),
    repeats: { allowed: 6, expiry: '2019-03-06' },
    end: {
      status: 'stopped',
      on: '2018-05-29',
      reason: stoppedBecause('sideEffect', 'Dry cough, worse at night')
    },
    recorder: 'gp'
  },
  {
    id: 'amlodipine-5mg',
    medicine: MEDICINES.amlodipine5,
    type: 'repeat',
    from: '2018-06-05',
    dosage: 'Take one each day',
    supply: supplyOf(28, 'tablet', 28),
    issues: issuesFrom('2025-06-03', 8),
    repeats: { allowed: 12, expiry: '2026-06-03' },
    end: {
      status: 'stopped',
      on: '2026-01-13',
      reason: stoppedBecause('ineffective', 'Still 152/94: dose doubled')
    },
    recorder: 'gp'
  },
  {
    id: 'amlodipine-10mg',
    medicine: MEDICINES.amlodipine10,
    type: 'repeat',
    from: '2026-01-13',
    dosage: 'Take one each day',
    instruction: 'Tell us if your ankles swell',
    note: 'Target below 140/90. Agreed to bring home readings in spring.',
    planNote: 'Blood pressure check due before the next authorisation.',
    supply: supplyOf(28, 'tablet', 28),
    issues: issuesFrom('2026-01-13', 10),
    repeats: { allowed: 13, expiry: '2027-01-13' },
    replaces: 'amlodipine-5mg',
    recorder: 'gp'
  }
]

const others: readonly DemoMedication[] = [
  {
    id: 'atorvastatin',
    medicine: MEDICINES.atorvastatin20,
    type: 'repeat-dispensing',
    from: '2026-01-12',
    dosage: 'Take one at night',
    instruction: 'Collect from your pharmacy every eight weeks',
    planNote: 'Six issues held by the pharmacy in the High Street.',
    supply: supplyOf(56, 'tablet', 56),
    issues: issuesFrom('2026-01-12', 5, 56),
    repeats: { allowed: 6, expiry: '2027-01-12' },
    recorder: 'pharmacist'
  },
  {
    id: 'doxycycline',
    medicine: MEDICINES.doxycycline100,
    type: 'acute',
    from: '2026-02-17',
    dosage: 'Take two on the first day, then one each day',
    instruction: 'Swallow with plenty of water while sitting or standing',
    note: 'Chest infection, five days of green sputum.',
    supply: supplyOf(8, 'capsule', 7),
    issues: [{ on: '2026-02-17', note: 'Taken home the same evening.' }],
    end: { status: 'completed', on: '2026-02-24' },
    recorder: 'salaried-gp'
  },
  {
    id: 'methotrexate',
    medicine: MEDICINES.methotrexate,
    type: 'acute',
    agency: 'prescribed-by-another-organisation',
    from: '2023',
    asserted: '2023-06-14',
    dosage: 'Take six tablets once a week, on Mondays',
    note: 'Prescribed and monitored by the hospital. Do not issue here.',
    supply: null,
    issues: [],
    recorder: 'pharmacist'
  }
]

export const ADA: DemoPatient = {
  key: 'ada',
  odsCode: 'A81001',
  title: 'summary only',
  story:
    'Sees medicines and allergies as codes and doses, no notes. Raise her to detailed and her record opens further.',
  person: person({
    nhsNumber: '9991230017',
    prefix: 'Mrs',
    given: 'Ada',
    family: 'Bright',
    gender: 'female',
    birthDate: '1958-03-21',
    street: '14 Larch Road',
    telephone: '07700 900111',
    registeredFrom: '2009-05-11'
  }),
  usualGp: 'gp',
  branchSurgery: 'A81001001',
  access: patientAccess({ SUMMARY: on('2025-01-20') }),
  allergies,
  medications: [...bloodPressure, ...others]
}
