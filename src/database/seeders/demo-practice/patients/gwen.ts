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

const allergies: readonly DemoAllergy[] = [
  {
    id: 'penicillin',
    allergen: ALLERGENS.penicillin,
    type: 'allergy',
    criticality: 'low',
    onset: '2006',
    asserted: '2016-10-18',
    note: 'She brought the leaflet along.',
    reaction: {
      manifestation: [REACTIONS.rash],
      severity: 'mild',
      exposureRoute: null,
      description: 'Pink spots on both arms.'
    },
    recorder: 'nurse',
    assertedBy: 'PATIENT'
  },
  {
    id: 'sulfonamide',
    allergen: ALLERGENS.sulfonamide,
    type: 'allergy',
    asserted: '2024-09-03',
    note: 'Her sister told us this in confidence, with more about the family.',
    recorder: 'gp',
    mark: {
      kind: 'RESTRICTED',
      by: 'gp',
      at: '2024-09-03T13:20:00Z',
      reason: 'Names somebody else who asked us not to be quoted.'
    }
  },
  {
    id: 'amoxicillin',
    allergen: ALLERGENS.amoxicillin,
    asserted: '2016-10-18',
    ended: {
      on: '2016-11-01',
      reason: 'Recorded twice: see allergy to penicillin.'
    },
    recorder: 'nurse'
  }
]

const medications: readonly DemoMedication[] = [
  {
    id: 'amlodipine',
    medicine: MEDICINES.amlodipine5,
    type: 'repeat',
    from: '2024-02-27',
    dosage: 'Take one each day',
    note: 'Happy with it.',
    supply: supplyOf(28, 'tablet', 28),
    issues: issuesFrom('2026-04-07', 7),
    repeats: { allowed: 12, expiry: '2027-04-07' },
    recorder: 'gp'
  },
  {
    id: 'sertraline',
    medicine: MEDICINES.sertraline50,
    type: 'repeat',
    from: '2025-06-10',
    dosage: 'Take one each morning',
    note: 'One issue is restricted, and that hides the whole course.',
    supply: supplyOf(28, 'tablet', 28),
    issues: [
      { on: '2025-06-10' },
      {
        on: '2025-07-08',
        note: 'Asked for early; says why, and about whom she is afraid.',
        mark: {
          kind: 'RESTRICTED',
          by: 'gp',
          at: '2025-07-08T16:45:00Z',
          reason: 'Safeguarding: somebody at home reads her phone.'
        }
      },
      { on: '2025-08-05' }
    ],
    repeats: { allowed: 6, expiry: '2026-06-10' },
    recorder: 'gp'
  },
  {
    id: 'paracetamol',
    medicine: MEDICINES.paracetamol500,
    type: 'acute',
    from: '2025-07-08',
    dosage: 'Take two up to four times a day',
    note: 'For bruising. See the note of today.',
    supply: supplyOf(32, 'tablet', 4),
    issues: [{ on: '2025-07-08' }],
    end: { status: 'completed', on: '2025-07-12' },
    recorder: 'gp',
    mark: { kind: 'STAFF_CONFIDENTIAL' }
  },
  {
    id: 'mometasone',
    medicine: MEDICINES.mometasone,
    type: 'acute',
    from: '2026-05-19',
    dosage: 'Two sprays in each nostril once a day',
    supply: supplyOf(140, 'dose', 35),
    issues: [{ on: '2026-05-19' }],
    end: { status: 'completed', on: '2026-06-23' },
    recorder: 'nurse'
  }
]

export const GWEN: DemoPatient = {
  key: 'gwen',
  odsCode: 'A81001',
  title: 'full record with restricted entries',
  story:
    'Has the full record, yet one allergy and two medicines are absent without a trace. Staff see them, with who hid them and why.',
  person: person({
    nhsNumber: '9991230084',
    prefix: 'Mrs',
    given: 'Gwen',
    family: 'Hughes',
    gender: 'female',
    birthDate: '1982-08-14',
    street: '31 Larch Road',
    telephone: '07700 900117',
    registeredFrom: '2016-10-17'
  }),
  usualGp: 'gp',
  access: patientAccess({
    SUMMARY: on('2024-03-04'),
    DETAILED_CODED: on('2024-03-04'),
    DOCUMENT: on('2024-03-04'),
    FULL_RECORD: on('2024-03-04')
  }),
  allergies,
  medications
}
