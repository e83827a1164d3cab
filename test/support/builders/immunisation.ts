import type { ImmunisationContent } from '../../../src/modules/record/entry-content.ts'
import type { ImmunisationRow } from '../../../src/modules/record/immunisations/immunisation.row.ts'
import { BRANCH_ID } from './people.ts'
import { idOf, RECORDER_ID, USUAL_GP_ID } from './ids.ts'
import { concept, entryRow } from './record.ts'

/** Every element filled, with every text that can be withheld. */
const CLINICAL = {
  vaccineCode: concept('871751006', 'Hepatitis A vaccine', 'the new vaccine'),
  procedureCode: concept(
    '170378007',
    'First hepatitis A vaccination',
    'first jab'
  ),
  notGiven: false,
  givenOn: '2021-05',
  recordedOn: '2021-06-02T09:30:00+01:00',
  primarySource: true,
  parentPresent: true,
  manufacturer: 'Meadow Vaccines',
  lotNumber: 'MV-4471',
  expiresOn: '2022-12',
  site: concept('368209003', 'Right upper arm', 'near the scar'),
  route: concept('78421000', 'Intramuscular route'),
  doseQuantity: {
    value: 0.5,
    unit: 'ml',
    system: 'http://unitsofmeasure.org',
    code: 'mL'
  },
  reasons: [concept('171279008', 'Immunisation due', 'before a journey')],
  reasonsNotGiven: [],
  protocols: [
    {
      doseSequence: 1,
      seriesDoses: 2,
      description: 'second after half a year',
      targetDiseases: [concept('40468003', 'Viral hepatitis, type A')]
    }
  ],
  note: 'felt faint for a moment'
} as const

/** Words of an immunisation that only full shows (Ruling R20). */
export const IMMUNISATION_TEXTS = [
  'the new vaccine',
  'first jab',
  'Meadow Vaccines',
  'near the scar',
  'before a journey',
  'second after half a year',
  'felt faint for a moment'
]

export const immunisationRow = (
  number: number,
  changes: Partial<ImmunisationRow> = {}
): ImmunisationRow => ({
  ...entryRow(idOf(9, number), '2021-05-01'),
  ...CLINICAL,
  administeredById: USUAL_GP_ID,
  recorderId: RECORDER_ID,
  locationId: BRANCH_ID,
  ...changes
})

export const immunisationContent = (
  value: string,
  changes: Partial<ImmunisationContent> = {}
): ImmunisationContent => ({
  identifiers: [{ system: 'https://supplier.example', value }],
  restricted: false,
  staffConfidential: false,
  enteredInError: false,
  ...CLINICAL,
  administeredById: null,
  recorderId: null,
  locationId: null,
  ...changes
})
