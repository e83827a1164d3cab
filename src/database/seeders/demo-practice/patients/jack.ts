import { on, patientAccess } from '../access.ts'
import { ALLERGENS } from '../codes/allergens.ts'
import { MEDICINES } from '../codes/medicines.ts'
import { REACTIONS } from '../codes/reactions.ts'
import type { DemoPatient } from '../demo-patient.ts'
import { person } from '../person.ts'
import { issuesFrom, supplyOf } from '../supply.ts'

export const JACK: DemoPatient = {
  key: 'jack',
  odsCode: 'A81001',
  title: 'disabled by the practice',
  story:
    'His switches still say full record, but the practice has disabled his online services: every call is refused.',
  person: person({
    nhsNumber: '9991230114',
    prefix: 'Mr',
    given: 'Jack',
    family: 'Thomson',
    gender: 'male',
    birthDate: '1977-09-05',
    street: 'Flat 2, 40 Station Parade',
    telephone: '07700 900120',
    registeredFrom: '2018-01-15'
  }),
  usualGp: 'salaried-gp',
  access: patientAccess(
    {
      SUMMARY: on('2024-06-17'),
      DETAILED_CODED: on('2024-06-17'),
      FULL_RECORD: on('2024-06-17')
    },
    { masterState: 'DISABLED_BY_PRACTICE' }
  ),
  allergies: [
    {
      id: 'grass-pollen',
      allergen: ALLERGENS.grassPollen,
      type: 'allergy',
      criticality: 'low',
      onset: '1989',
      asserted: '2018-01-16',
      note: 'Works out of doors all the same.',
      reaction: {
        manifestation: [REACTIONS.rhinitis],
        severity: 'moderate',
        exposureRoute: null,
        description: 'Worst in June.'
      },
      recorder: 'nurse'
    },
    {
      id: 'ibuprofen',
      allergen: ALLERGENS.ibuprofen,
      type: 'intolerance',
      asserted: '2018-01-16',
      ended: { on: '2023-04-25', reason: 'Takes it now and then, no trouble.' },
      recorder: 'nurse'
    }
  ],
  medications: [
    {
      id: 'omeprazole',
      medicine: MEDICINES.omeprazole20,
      type: 'repeat',
      from: '2022-08-30',
      dosage: 'Take one each morning before food',
      note: 'Endoscopy was clear.',
      supply: supplyOf(28, 'capsule', 28),
      issues: issuesFrom('2026-05-11', 6),
      repeats: { allowed: 12, expiry: '2027-05-11' },
      recorder: 'gp'
    },
    {
      id: 'co-codamol',
      medicine: MEDICINES.coCodamol,
      type: 'acute',
      from: '2026-01-29',
      dosage: 'Take one or two up to four times a day',
      note: 'Back strain. Asked twice this week; one supply only.',
      supply: supplyOf(30, 'tablet', 4),
      issues: [{ on: '2026-01-29' }],
      end: { status: 'completed', on: '2026-02-02' },
      recorder: 'salaried-gp'
    }
  ]
}
