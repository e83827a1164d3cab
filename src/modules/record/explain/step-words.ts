import type { SwitchStep } from '../../../policy/access-step.ts'
import type { EntryMark } from '../../../policy/closure.ts'
import type { GrantSide } from '../../../policy/switch-grants.ts'
import type {
  RecordAccessLevel,
  RecordAccessSwitch
} from '../../../vocabulary/access-level.ts'
import type { ClinicalArea } from '../../../vocabulary/clinical-area.ts'

export const SIDE_NAMES = {
  PATIENT: 'The patient’s',
  PRACTICE: 'The practice’s',
  PROXY: 'The proxy’s'
} as const satisfies Record<GrantSide, string>

export const SWITCH_NAMES = {
  SUMMARY: 'summary information',
  DETAILED_CODED: 'detailed coded record',
  DOCUMENT: 'documents',
  FULL_RECORD: 'full record',
  PROSPECTIVE: 'prospective access'
} as const satisfies Record<RecordAccessSwitch, string>

export const LEVEL_NAMES = {
  NONE: 'nothing',
  SUMMARY: 'the summary',
  DETAILED: 'the detailed coded record',
  DOCUMENTS: 'the coded record with documents',
  FULL: 'everything, free text included'
} as const satisfies Record<RecordAccessLevel, string>

export const AREA_NAMES = {
  ALLERGIES: 'Allergies',
  MEDICATIONS: 'Medicines',
  IMMUNISATIONS: 'Immunisations',
  PROBLEMS: 'Problems',
  CONSULTATIONS: 'Consultations',
  INVESTIGATIONS: 'Test results',
  REFERRALS: 'Referrals',
  UNCATEGORISED_DATA: 'Other coded entries',
  DOCUMENTS: 'Documents'
} as const satisfies Record<ClinicalArea, string>

export const MARK_NAMES = {
  DRAFT: 'still a draft',
  DIARY: 'a diary entry',
  UNFILED: 'not filed yet',
  UNREVIEWED: 'not reviewed yet',
  ENTERED_IN_ERROR: 'entered in error',
  RESTRICTED: 'restricted from View Record',
  STAFF_CONFIDENTIAL: 'confidential to staff'
} as const satisfies Record<EntryMark, string>

export const AXIS_NAMES = {
  clinicalDate: 'clinical date',
  recordedDate: 'recorded date'
} as const satisfies Record<SwitchStep['reachedBy'][number], string>
