import type { UncategorisedContent } from '../../../src/modules/record/entry-content.ts'
import type { ObservationKind } from '../../../src/modules/record/entry-kinds.ts'
import type { ObservationRow } from '../../../src/modules/record/observations/observation.row.ts'
import { idOf } from './ids.ts'
import { concept, entryRow } from './record.ts'

/** Every text of an observation that can be withheld. */
export const OBSERVATION_TEXTS = [
  'after a long walk',
  'as the patient likes it',
  'higher than I expected'
]

export const millimetres = (value: number) => ({
  value,
  unit: 'mm[Hg]',
  system: null,
  code: null
})

const pressure = (code: string, display: string, value: number) => ({
  code: concept(code, display),
  value: {
    type: 'quantity',
    quantity: millimetres(value),
    comparator: null
  } as const,
  dataAbsentReason: null,
  interpretation: null,
  referenceRanges: []
})

export const BLOOD_PRESSURE = {
  code: concept('75367002', 'Blood pressure'),
  components: [
    pressure('72313002', 'Systolic arterial pressure', 130),
    pressure('1091811000000102', 'Diastolic arterial pressure', 70)
  ]
}

const OBSERVED = {
  status: 'final',
  code: concept('27113001', 'Body weight', 'as the patient likes it'),
  category: null,
  effective: '2023-05',
  effectiveUntil: null,
  issued: '2023-06-02T09:30:00+01:00',
  value: {
    type: 'quantity',
    quantity: { value: 71.5, unit: 'kg', system: null, code: null },
    comparator: '<'
  },
  dataAbsentReason: null,
  interpretation: concept('75540009', 'High', 'higher than I expected'),
  bodySite: null,
  method: null,
  referenceRanges: [],
  components: [],
  comment: 'after a long walk',
  performers: []
} as const

/** As a source sends it; `value` of its identifier names it. */
export const observationContent = (
  name: string,
  changes: Partial<UncategorisedContent> = {}
): UncategorisedContent => ({
  identifiers: [
    { system: 'https://supplier.example/observation', value: name }
  ],
  restricted: false,
  staffConfidential: false,
  enteredInError: false,
  ...OBSERVED,
  ...changes
})

/** As it is read, of any kind. */
export const observationRow = (
  kind: ObservationKind,
  number: number,
  changes: Partial<ObservationRow> = {}
): ObservationRow => ({
  ...entryRow(idOf(9, number), '2023-05-01'),
  ...OBSERVED,
  kind,
  reportId: null,
  groupId: null,
  aboutId: null,
  specimenId: null,
  ...changes
})
