import { Field, ID, InterfaceType } from 'type-graphql'
import { ClinicalAreaEnum } from '../../graphql/types/clinical-area.ts'
import { LocalDateScalar } from '../../graphql/types/scalars.ts'
import type { ClinicalArea } from '../../vocabulary/clinical-area.ts'
import type { EntryScope, ViewContext } from './area.ts'
import type { EntryRow } from './entry-row.ts'
import { EntryMarker, toEntryMarker } from './entry-marker.view.ts'

/** The types of the graph that are entries of their own. */
export const ENTRY_TYPES = {
  ALLERGY: 'Allergy',
  MEDICATION_COURSE: 'MedicationCourse',
  IMMUNISATION: 'Immunisation',
  PROBLEM: 'Problem',
  CONSULTATION: 'Consultation',
  COMMENT_NOTE: 'CommentNote',
  INVESTIGATION_REPORT: 'InvestigationReport',
  REFERRAL: 'Referral',
  UNCATEGORISED: 'UncategorisedEntry',
  DOCUMENT: 'Document'
} as const

/** A kind of entry that stands on its own in the graph. */
export type EntryTypeKind = keyof typeof ENTRY_TYPES

@InterfaceType({
  description: 'An entry of a patient’s record, whatever its area.',
  resolveType: ({ kind }: RecordEntry) => ENTRY_TYPES[kind]
})
export abstract class RecordEntry {
  @Field(() => ID, { description: 'The same id as in FHIR.' })
  readonly id!: string

  @Field(() => ClinicalAreaEnum, { description: 'Its area of the record.' })
  readonly area!: ClinicalArea

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When it happened; its first day if that is all but known.'
  })
  readonly clinicalDate!: string | null

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When it was put into the record.'
  })
  readonly recordedDate!: string | null

  @Field(() => EntryMarker, {
    nullable: true,
    description: 'For staff: why citizens are not shown it; else null.'
  })
  readonly marker!: EntryMarker | null

  /** For the edges below an entry; not part of the graph. */
  readonly kind!: EntryTypeKind
  readonly scope!: EntryScope
}

/** What every entry shows, with what its edges need. */
export const toRecordEntry = (
  row: EntryRow,
  type: { kind: EntryTypeKind; area: ClinicalArea },
  { scope }: ViewContext
): RecordEntry => ({
  id: row.id,
  area: type.area,
  clinicalDate: row.clinicalDate,
  recordedDate: row.recordedDate,
  marker: toEntryMarker(row),
  kind: type.kind,
  scope
})
