import type { EntityManager } from '@mikro-orm/postgresql'
import type { Identifier } from '../../../vocabulary/coding.ts'
import type { EntrySource } from '../entry-content.ts'
import type { SqlPart } from '../entry-query.loader.ts'
import type { EntryDateColumns } from './entry-dates.ts'

/** Columns that every entry has, whatever its area. */
export interface EntryColumns extends EntryDateColumns {
  practiceId: string
  patientId: string
  id: string
  identifiers: Identifier[]
  sourceKey: string
  sourceHash: string
  version: number
  restricted: boolean
  restrictedAt: Date | null
  restrictedBy: null
  restrictedReason: string | null
  staffConfidential: boolean
  enteredInError: boolean
  createdAt: Date
}

/** One clinical table and how content becomes its rows. */
export interface EntryTable<Content extends EntrySource> {
  readonly name:
    | 'allergy'
    | 'immunisation'
    | 'referral'
    | 'problem'
    | 'document'
    | 'medication_course'
    | 'medication_issue'
    | 'investigation_request'
    | 'specimen'
    | 'investigation_report'
    | 'observation'
  readonly kind:
    | 'ALLERGY'
    | 'IMMUNISATION'
    | 'REFERRAL'
    | 'PROBLEM'
    | 'DOCUMENT'
    | 'MEDICATION_COURSE'
    | 'MEDICATION_ISSUE'
    | 'INVESTIGATION_REQUEST'
    | 'SPECIMEN'
    | 'INVESTIGATION_REPORT'
    | 'TEST_GROUP'
    | 'TEST_RESULT'
    | 'FILING_COMMENT'
    | 'UNCATEGORISED'
  dates(content: Content): EntryDateColumns
  /** What of the content is this row's own. */
  ownPart(content: Content): object
  /** What of other tables a version keeps of the row `e`, as one object. */
  readonly keptBeside?: SqlPart
  add(
    em: EntityManager,
    rows: readonly EntryToSave<Content>[]
  ): Promise<unknown>
  /** All of rows that are held, but for `KEPT_ON_UPDATE`. */
  replace(
    em: EntityManager,
    rows: readonly EntryToSave<Content>[]
  ): Promise<unknown>
}

export interface EntryToSave<Content> {
  readonly columns: EntryColumns
  readonly content: Content
}

/** Staff's marks outlive new content; only `addMarks` touches them (R17). */
export const KEPT_ON_UPDATE = [
  'createdAt',
  'restricted',
  'restrictedAt',
  'restrictedBy',
  'restrictedReason',
  'staffConfidential',
  'enteredInError'
] as const
