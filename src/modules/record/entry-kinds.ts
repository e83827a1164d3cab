import type { EntryMark } from '../../policy/closure.ts'
import type { ClinicalArea } from '../../vocabulary/clinical-area.ts'

/** What an entry of the record can be. */
export const ENTRY_KINDS = [
  'ALLERGY',
  'MEDICATION_COURSE',
  'MEDICATION_ISSUE',
  'IMMUNISATION',
  'PROBLEM',
  'CONSULTATION',
  'COMMENT_NOTE',
  'INVESTIGATION_REPORT',
  'INVESTIGATION_REQUEST',
  'SPECIMEN',
  'TEST_GROUP',
  'TEST_RESULT',
  'FILING_COMMENT',
  'REFERRAL',
  'UNCATEGORISED',
  'DOCUMENT',
  'DIARY_ENTRY'
] as const

export type EntryKindName = (typeof ENTRY_KINDS)[number]

/** Kinds that are told apart by a column of one table. */
export const OBSERVATION_KINDS = [
  'COMMENT_NOTE',
  'TEST_GROUP',
  'TEST_RESULT',
  'FILING_COMMENT',
  'UNCATEGORISED'
] as const satisfies readonly EntryKindName[]

export type ObservationKind = (typeof OBSERVATION_KINDS)[number]

interface EntryPlacing {
  /** Null: in no area; for staff alone. */
  readonly area: ClinicalArea | null
  readonly table: string
}

/** Where each kind stands, in the record and in the database. */
export const ENTRY_PLACES = {
  ALLERGY: { area: 'ALLERGIES', table: 'allergy' },
  MEDICATION_COURSE: { area: 'MEDICATIONS', table: 'medication_course' },
  MEDICATION_ISSUE: { area: 'MEDICATIONS', table: 'medication_issue' },
  IMMUNISATION: { area: 'IMMUNISATIONS', table: 'immunisation' },
  PROBLEM: { area: 'PROBLEMS', table: 'problem' },
  CONSULTATION: { area: 'CONSULTATIONS', table: 'consultation' },
  COMMENT_NOTE: { area: 'CONSULTATIONS', table: 'observation' },
  INVESTIGATION_REPORT: {
    area: 'INVESTIGATIONS',
    table: 'investigation_report'
  },
  INVESTIGATION_REQUEST: {
    area: 'INVESTIGATIONS',
    table: 'investigation_request'
  },
  SPECIMEN: { area: 'INVESTIGATIONS', table: 'specimen' },
  TEST_GROUP: { area: 'INVESTIGATIONS', table: 'observation' },
  TEST_RESULT: { area: 'INVESTIGATIONS', table: 'observation' },
  FILING_COMMENT: { area: 'INVESTIGATIONS', table: 'observation' },
  REFERRAL: { area: 'REFERRALS', table: 'referral' },
  UNCATEGORISED: { area: 'UNCATEGORISED_DATA', table: 'observation' },
  DOCUMENT: { area: 'DOCUMENTS', table: 'document' },
  DIARY_ENTRY: { area: null, table: 'diary_entry' }
} as const satisfies Record<EntryKindName, EntryPlacing>

export type EntryTableName = (typeof ENTRY_PLACES)[EntryKindName]['table']

/** Every table of entries once. */
export const ENTRY_TABLES: readonly EntryTableName[] = [
  ...new Set(ENTRY_KINDS.map((kind) => ENTRY_PLACES[kind].table))
]

/** Tables with a state of their own that hides an entry (Ruling R15). */
export const STATE_MARKS = [
  { table: 'consultation', column: 'draft', mark: 'DRAFT' },
  { table: 'investigation_report', column: 'unfiled', mark: 'UNFILED' },
  { table: 'document', column: 'unreviewed', mark: 'UNREVIEWED' }
] as const satisfies readonly {
  table: EntryTableName
  column: string
  mark: EntryMark
}[]
