import { on, patientAccess } from '../access.ts'
import { ALLERGENS, allergenInWords } from '../codes/allergens.ts'
import { medicineInWords, MEDICINES } from '../codes/medicines.ts'
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
    id: 'aspirin',
    allergen: ALLERGENS.aspirin,
    type: 'intolerance',
    criticality: 'high',
    onset: '2004-06',
    asserted: '2008-09-02',
    lastOccurrence: '2012-01-15',
    note: 'All anti-inflammatory tablets bring on his asthma.',
    reaction: {
      manifestation: [REACTIONS.wheezing],
      severity: 'severe',
      exposureRoute: null,
      description: 'Tight chest and wheeze within half an hour of two tablets.'
    },
    recorder: 'gp',
    assertedBy: 'gp'
  },
  {
    id: 'cat-dander',
    allergen: ALLERGENS.catDander,
    type: 'allergy',
    criticality: 'low',
    asserted: '2014-04-30',
    note: 'Fine with the neighbour’s cat out of doors.',
    reaction: {
      manifestation: [REACTIONS.rhinitis],
      severity: 'mild',
      exposureRoute: null,
      description: 'Sneezing and streaming eyes indoors.'
    },
    recorder: 'nurse'
  },
  {
    id: 'dressing-tape',
    allergen: allergenInWords('Adhesive of a dressing, brand not known'),
    asserted: '2016-08-19',
    note: 'Came over in words from the walk-in centre.',
    recorder: 'nurse'
  },
  {
    id: 'amoxicillin',
    allergen: ALLERGENS.amoxicillin,
    type: 'allergy',
    onset: '1979',
    asserted: '2008-09-02',
    ended: {
      on: '2022-03-15',
      reason: 'Allergy clinic gave a supervised dose: no reaction.'
    },
    note: 'Mother remembered a rash in infancy.',
    recorder: 'gp'
  },
  {
    id: 'bee-venom',
    allergen: ALLERGENS.beeVenom,
    type: 'allergy',
    criticality: 'high',
    asserted: '2024-07-11',
    note: 'Meant for another patient.',
    recorder: 'nurse',
    mark: { kind: 'ENTERED_IN_ERROR' }
  }
]

const inhalers: readonly DemoMedication[] = [
  {
    id: 'salbutamol',
    medicine: MEDICINES.salbutamol,
    type: 'repeat',
    from: '2015-10-05',
    dosage: 'Inhale one or two puffs when needed, up to four times a day',
    instruction: 'See us if you need it more than three times a week',
    note: 'Technique checked with a spacer.',
    supply: supplyOf(200, 'dose', 56),
    issues: issuesFrom('2026-01-19', 4, 63),
    repeats: { allowed: 6, expiry: '2027-01-19' },
    recorder: 'nurse'
  },
  {
    id: 'beclometasone',
    medicine: MEDICINES.beclometasone100,
    type: 'repeat',
    from: '2015-10-05',
    dosage: 'Inhale two puffs twice a day',
    instruction: 'Rinse your mouth afterwards',
    planNote: 'Step down if well at the autumn review.',
    supply: supplyOf(200, 'dose', 50),
    issues: issuesFrom('2026-01-19', 5, 50),
    repeats: { allowed: 8, expiry: '2027-01-19' },
    recorder: 'nurse'
  }
]

const others: readonly DemoMedication[] = [
  {
    id: 'omeprazole',
    medicine: MEDICINES.omeprazole20,
    type: 'repeat-dispensing',
    from: '2025-12-01',
    dosage: 'Take one each morning before food',
    planNote: 'Try without it after six months.',
    supply: supplyOf(56, 'capsule', 56),
    issues: issuesFrom('2025-12-01', 6, 56),
    repeats: { allowed: 6, expiry: '2026-12-01' },
    recorder: 'pharmacist'
  },
  {
    id: 'ibuprofen',
    medicine: MEDICINES.ibuprofen400,
    type: 'repeat',
    from: '2010-11-03',
    dosage: 'Take one three times a day with food',
    supply: supplyOf(84, 'tablet', 28),
    issues: issuesFrom('2010-11-03', 3),
    repeats: { allowed: 6, expiry: '2011-11-03' },
    end: {
      status: 'stopped',
      on: '2012-01-16',
      reason: stoppedBecause('contraIndicated', 'Asthma attack yesterday')
    },
    recorder: 'gp'
  },
  {
    id: 'flucloxacillin',
    medicine: MEDICINES.flucloxacillin500,
    type: 'acute',
    from: '2026-06-09',
    dosage: 'Take one four times a day on an empty stomach',
    note: 'Infected gardening cut, left hand.',
    supply: supplyOf(28, 'capsule', 7),
    issues: [{ on: '2026-06-09', note: 'To come back if it spreads.' }],
    end: { status: 'completed', on: '2026-06-16' },
    recorder: 'salaried-gp'
  },
  {
    id: 'nasal-rinse',
    medicine: medicineInWords('Saline nasal rinse, supplied by ENT clinic'),
    type: 'acute',
    agency: 'prescribed-by-another-organisation',
    from: '2024-03',
    asserted: '2024-04-02',
    dosage: 'Use both sides twice a day',
    note: 'From the letter of the ear, nose and throat clinic.',
    supply: null,
    issues: [],
    recorder: 'pharmacist'
  }
]

export const BEN: DemoPatient = {
  key: 'ben',
  odsCode: 'A81001',
  title: 'full record',
  story:
    'Sees everything the practice may show, notes and reasons too. One allergy entered in error stays out of sight.',
  person: person({
    nhsNumber: '9991230025',
    prefix: 'Mr',
    given: 'Ben',
    family: 'Carter',
    gender: 'male',
    birthDate: '1971-11-02',
    street: '3 Quarry Close',
    telephone: '07700 900112',
    registeredFrom: '2008-09-01'
  }),
  usualGp: 'gp',
  access: patientAccess(
    {
      SUMMARY: on('2023-11-06'),
      DETAILED_CODED: on('2023-11-06'),
      FULL_RECORD: on('2024-02-19')
    },
    { prescriptionOrdering: true }
  ),
  allergies,
  medications: [...inhalers, ...others]
}
