import type { ClinicalArea } from '../../../vocabulary/clinical-area.ts'

/** What an entry of the record can be. */
export const ENTRY_KINDS = [
  'ALLERGY',
  'MEDICATION_COURSE',
  'MEDICATION_ISSUE'
] as const

export type EntryKindName = (typeof ENTRY_KINDS)[number]

/** Where each kind stands, in the record and in the database. */
export const ENTRY_PLACES = {
  ALLERGY: { area: 'ALLERGIES', table: 'allergy' },
  MEDICATION_COURSE: { area: 'MEDICATIONS', table: 'medication_course' },
  MEDICATION_ISSUE: { area: 'MEDICATIONS', table: 'medication_issue' }
} as const satisfies Record<
  EntryKindName,
  { area: ClinicalArea; table: string }
>
