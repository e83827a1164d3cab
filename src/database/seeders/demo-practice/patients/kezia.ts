import { patientAccess } from '../access.ts'
import { ALLERGENS } from '../codes/allergens.ts'
import { MEDICINES } from '../codes/medicines.ts'
import type { DemoPatient } from '../demo-patient.ts'
import { person } from '../person.ts'
import { issuesFrom, supplyOf } from '../supply.ts'

export const KEZIA: DemoPatient = {
  key: 'kezia',
  odsCode: 'A81001',
  title: 'never enabled',
  story:
    'Nobody has ever switched on online services for her, and no switch is on.',
  person: person({
    nhsNumber: '9991230149',
    prefix: 'Ms',
    given: 'Kezia',
    family: 'Mensah',
    gender: 'female',
    birthDate: '2001-04-19',
    street: '9 Weir Cottages',
    telephone: '07700 900121',
    registeredFrom: '2026-02-02'
  }),
  usualGp: 'salaried-gp',
  branchSurgery: 'A81001001',
  access: patientAccess({}, { masterState: 'NEVER_ENABLED' }),
  allergies: [
    {
      id: 'none-known',
      allergen: ALLERGENS.noneKnown,
      asserted: '2026-02-04',
      note: 'Asked at the new patient check.',
      recorder: 'nurse',
      assertedBy: 'PATIENT'
    },
    {
      id: 'amoxicillin',
      allergen: ALLERGENS.amoxicillin,
      onset: '2005',
      asserted: '2026-02-04',
      ended: { on: '2026-02-04', reason: 'Tested and cleared at eighteen.' },
      recorder: 'nurse',
      assertedBy: 'PATIENT'
    }
  ],
  medications: [
    {
      id: 'cetirizine',
      medicine: MEDICINES.cetirizine10,
      type: 'repeat',
      from: '2026-04-20',
      dosage: 'Take one each day',
      note: 'Itches when she runs in the cold.',
      supply: supplyOf(30, 'tablet', 30),
      issues: issuesFrom('2026-04-20', 3, 30),
      repeats: { allowed: 6, expiry: '2027-04-20' },
      recorder: 'pharmacist'
    },
    {
      id: 'amoxicillin',
      medicine: MEDICINES.amoxicillin500,
      type: 'acute',
      from: '2026-09-21',
      dosage: 'Take one three times a day',
      note: 'Sinusitis of two weeks.',
      supply: supplyOf(15, 'capsule', 5),
      issues: [{ on: '2026-09-21' }],
      end: { status: 'completed', on: '2026-09-26' },
      recorder: 'salaried-gp'
    }
  ]
}
