import type { HeldArea } from '../../../src/modules/record/areas.ts'
import type { OracleRung } from '../oracle/rung-oracle.ts'

/** An area whose entries are rows of one table, each shown on its own. */
export type PlainArea = Exclude<HeldArea, 'MEDICATIONS'>

interface PlainMatrixArea {
  /** Begins the labels of its entries. */
  readonly name: string
  readonly table: string
  /** Column that says whose note it is, and the graph's field for it. */
  readonly note: string
  /** From which rung that text is shown (Ruling R20). */
  readonly noteFrom: OracleRung
  /** What else the table demands, as SQL. */
  readonly columns: Readonly<Record<string, string>>
  readonly field: string
}

const CONCEPT = `'{"coding": [{"system": "http://snomed.info/sct",
  "code": "322236009", "display": "Something"}], "text": null}'::jsonb`
const DAY = `'2026-11-20'`
const RECORDER = 'r.recorder_id'

const NOTED = { note: 'note', noteFrom: 'FULL' } as const

/** Total over the areas held: a new one needs its line to be compared. */
export const PLAIN_AREAS: Readonly<Record<PlainArea, PlainMatrixArea>> = {
  ALLERGIES: {
    ...NOTED,
    name: 'allergy',
    table: 'allergy',
    field: 'allergies',
    columns: {
      clinical_status: `'active'`,
      categories: `'{medication}'`,
      code: CONCEPT,
      asserted_date: DAY,
      recorder_id: RECORDER
    }
  },
  IMMUNISATIONS: {
    ...NOTED,
    name: 'immunisation',
    table: 'immunisation',
    field: 'immunisations',
    columns: { procedure_code: CONCEPT, recorded_on: DAY }
  },
  PROBLEMS: {
    ...NOTED,
    name: 'problem',
    table: 'problem',
    field: 'problems',
    columns: {
      code: CONCEPT,
      clinical_status: `'active'`,
      significance: `'major'`,
      asserted_date: DAY,
      asserter_id: RECORDER
    }
  },
  INVESTIGATIONS: {
    name: 'report',
    table: 'investigation_report',
    note: 'conclusion',
    noteFrom: 'FULL',
    field: 'investigations',
    columns: { status: `'final'`, issued: DAY, code: CONCEPT }
  },
  REFERRALS: {
    ...NOTED,
    name: 'referral',
    table: 'referral',
    field: 'referrals',
    columns: { authored_on: DAY }
  },
  UNCATEGORISED_DATA: {
    name: 'uncategorised',
    table: 'observation',
    note: 'comment',
    noteFrom: 'FULL',
    field: 'uncategorisedData',
    columns: {
      kind: `'UNCATEGORISED'`,
      status: `'final'`,
      code: CONCEPT,
      issued: DAY
    }
  },
  DOCUMENTS: {
    name: 'document',
    table: 'document',
    note: 'description',
    noteFrom: 'DOCUMENTS',
    field: 'documents',
    columns: {
      type: CONCEPT,
      indexed: DAY,
      content_type: `'text/plain'`,
      size: '1'
    }
  }
}

const isPlain = (name: string): name is PlainArea =>
  Object.hasOwn(PLAIN_AREAS, name)

export const PLAIN_AREA_NAMES: readonly PlainArea[] =
  Object.keys(PLAIN_AREAS).filter(isPlain)

/** A value for every area held, in the order of the record. */
export const byArea = <Value>(
  of: (area: HeldArea) => Value
): Readonly<Record<HeldArea, Value>> => ({
  ALLERGIES: of('ALLERGIES'),
  MEDICATIONS: of('MEDICATIONS'),
  IMMUNISATIONS: of('IMMUNISATIONS'),
  PROBLEMS: of('PROBLEMS'),
  INVESTIGATIONS: of('INVESTIGATIONS'),
  REFERRALS: of('REFERRALS'),
  UNCATEGORISED_DATA: of('UNCATEGORISED_DATA'),
  DOCUMENTS: of('DOCUMENTS')
})
