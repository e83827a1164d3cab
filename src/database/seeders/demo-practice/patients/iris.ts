import { on, patientAccess } from '../access.ts'
import { ALLERGENS } from '../codes/allergens.ts'
import { MEDICINES } from '../codes/medicines.ts'
import { REACTIONS } from '../codes/reactions.ts'
import { stoppedInWords } from '../codes/stop-reasons.ts'
import type { DemoPatient } from '../demo-patient.ts'
import { person } from '../person.ts'
import { issuesFrom, supplyOf } from '../supply.ts'

export const IRIS: DemoPatient = {
  key: 'iris',
  odsCode: 'A81001',
  title: 'deceased',
  story:
    'Died in June 2026. A token in her name is answered as if she had never been here; staff still see the record.',
  person: person(
    {
      nhsNumber: '9991230106',
      prefix: 'Mrs',
      given: 'Iris',
      family: 'Walker',
      gender: 'female',
      birthDate: '1938-02-11',
      street: 'Fern House',
      telephone: '07700 900119',
      registeredFrom: '2008-04-07'
    },
    { deceased: '2026-06-17' }
  ),
  usualGp: 'gp',
  access: patientAccess({
    SUMMARY: on('2023-12-04'),
    DETAILED_CODED: on('2023-12-04'),
    FULL_RECORD: on('2023-12-04')
  }),
  allergies: [
    {
      id: 'sulfonamide',
      allergen: ALLERGENS.sulfonamide,
      type: 'allergy',
      onset: '1961',
      asserted: '2008-04-08',
      note: 'From her own list, in her own hand.',
      reaction: {
        manifestation: [REACTIONS.rash],
        severity: 'moderate',
        exposureRoute: null,
        description: 'In hospital with her first child.'
      },
      recorder: 'nurse',
      assertedBy: 'PATIENT'
    },
    {
      id: 'codeine',
      allergen: ALLERGENS.codeine,
      type: 'intolerance',
      asserted: '2009-11-16',
      ended: { on: '2025-12', reason: 'Taken for comfort and well borne.' },
      recorder: 'gp'
    }
  ],
  medications: [
    {
      id: 'furosemide',
      medicine: MEDICINES.furosemide20,
      type: 'repeat',
      from: '2022-01-17',
      dosage: 'Take one each morning',
      note: 'Daughter fills the tray on Sundays.',
      supply: supplyOf(28, 'tablet', 28),
      issues: issuesFrom('2026-01-12', 6),
      repeats: { allowed: 12, expiry: '2027-01-12' },
      end: {
        status: 'stopped',
        on: '2026-06-17',
        reason: stoppedInWords('Patient has died')
      },
      recorder: 'gp'
    },
    {
      id: 'co-codamol',
      medicine: MEDICINES.coCodamol,
      type: 'acute',
      from: '2025-12-08',
      dosage: 'Take two up to four times a day',
      note: 'At home with the district nurses.',
      supply: supplyOf(100, 'tablet', 12),
      issues: [{ on: '2025-12-08' }],
      end: { status: 'completed', on: '2025-12-20' },
      recorder: 'gp'
    }
  ]
}
