import type {
  InvestigationReportContent,
  InvestigationRequestContent,
  SpecimenContent
} from '../../../src/modules/record/entry-content.ts'
import { observationContent } from './observation.ts'
import { concept } from './record.ts'

/** Every text of a report and its parts but what an observation has. */
export const INVESTIGATION_TEXTS = [
  'all is well',
  'for the yearly review',
  'haemolysed a little',
  'none after midnight',
  'tell the patient',
  'looked clear'
]

const SYSTEM = 'https://supplier.example/investigation'

const source = (value: string) => ({
  identifiers: [{ system: SYSTEM, value }] as const,
  restricted: false,
  staffConfidential: false,
  enteredInError: false
})

/** An identifier as a part of a report is named by. */
export const partOf = (value: string) => ({ system: SYSTEM, value })

const requestContent = (name: string): InvestigationRequestContent => ({
  ...source(name),
  code: concept('26604007', 'Full blood count'),
  requester: null,
  performer: null,
  reasons: [concept('185349003', 'Check up', 'for the yearly review')],
  note: 'for the yearly review'
})

export const specimenContent = (
  name: string,
  changes: Partial<SpecimenContent> = {}
): SpecimenContent => ({
  ...source(name),
  accession: { system: SYSTEM, value: `accession of ${name}` },
  status: 'available',
  type: concept('122555007', 'Venous blood specimen'),
  receivedOn: '2023-03-02',
  collectedOn: '2023-03-01T08:00:00+00:00',
  collectedUntil: null,
  fastingStatus: { coding: [], text: 'none after midnight' },
  bodySite: null,
  quantity: { value: 5, unit: 'ml', system: null, code: null },
  note: 'haemolysed a little',
  collectorId: null,
  ...changes
})

const observed = (name: string) => ({
  ...observationContent(name),
  ...source(name),
  comment: `looked clear in ${name}`
})

/**
 * A report of a group with two results, one result of no group and a filing
 * comment; all parts are named after the report.
 */
export const reportContent = (
  name: string,
  changes: Partial<InvestigationReportContent> = {}
): InvestigationReportContent => {
  const specimen = partOf(`${name} specimen`)
  const group = partOf(`${name} group`)
  return {
    ...source(name),
    code: concept('721981007', 'Diagnostic studies report'),
    category: null,
    status: 'final',
    issued: '2023-03-04T12:00:00+00:00',
    conclusion: 'all is well',
    codedDiagnoses: [],
    performers: [],
    unfiled: false,
    requests: [requestContent(`${name} request`)],
    specimens: [
      specimenContent(`${name} later specimen`, { collectedOn: '2023-03-02' }),
      specimenContent(specimen.value)
    ],
    groups: [
      {
        ...observed(group.value),
        code: concept('26604007', 'Full blood count'),
        value: null,
        specimen
      }
    ],
    results: [
      {
        ...observed(`${name} haemoglobin`),
        code: concept('1022431000000105', 'Haemoglobin estimation'),
        referenceRanges: [
          {
            low: { value: 120, unit: 'g/L', system: null, code: null },
            high: null,
            type: null,
            appliesTo: [],
            ageLow: null,
            ageHigh: null,
            text: 'looked clear'
          }
        ],
        group,
        specimen
      },
      {
        ...observed(`${name} film`),
        code: concept('1022611000000106', 'Blood film microscopy'),
        value: { type: 'text', text: 'looked clear' },
        group,
        specimen
      },
      {
        ...observed(`${name} sodium`),
        code: concept('1000661000000107', 'Serum sodium level'),
        group: null,
        specimen: null
      }
    ],
    filingComments: [
      {
        ...observed(`${name} comment`),
        status: 'unknown',
        code: concept('37331000000100', 'Comment note'),
        value: null,
        comment: 'tell the patient',
        about: partOf(`${name} haemoglobin`)
      }
    ],
    ...changes
  }
}
