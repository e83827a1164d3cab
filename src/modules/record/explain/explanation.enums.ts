import { registerEnumType } from 'type-graphql'
import { enumOf } from '../../../graphql/types/enum.ts'
import { PATIENT_GATES, SWITCH_REACHES } from '../../../policy/access-step.ts'
import { ENTRY_MARKS } from '../../../policy/closure.ts'
import { GRANT_SIDES } from '../../../policy/switch-grants.ts'
import { RECORD_ACCESS_SWITCHES } from '../../../vocabulary/access-level.ts'

export const ACCESS_STEP_KINDS = [
  ...PATIENT_GATES,
  ...RECORD_ACCESS_SWITCHES.map((name) => `${name}_SWITCH` as const),
  'SIDE_LEVEL',
  'LEVEL',
  'BRINGERS',
  'AREA',
  'MARK',
  'CONTENT'
] as const
export type AccessStepKind = (typeof ACCESS_STEP_KINDS)[number]
export const AccessStepKindEnum = enumOf(ACCESS_STEP_KINDS)

registerEnumType(AccessStepKindEnum, {
  name: 'AccessStepKind',
  description: 'What a step of an explanation looks at.',
  valuesConfig: {
    SENSITIVITY: { description: 'Whether the record is sensitive.' },
    DEATH: { description: 'Whether the patient has died.' },
    REGISTRATION: { description: 'Whether the patient is registered here.' },
    ONLINE_ACCESS: { description: 'The master switch of online access.' },
    COMPETENCE: { description: 'Age, and what staff found of competence.' },
    SUMMARY_SWITCH: { description: 'The switch for summary information.' },
    DETAILED_CODED_SWITCH: { description: 'The one for the coded record.' },
    DOCUMENT_SWITCH: { description: 'The one for documents.' },
    FULL_RECORD_SWITCH: { description: 'The one for the full record.' },
    PROSPECTIVE_SWITCH: { description: 'The one for prospective access.' },
    SIDE_LEVEL: { description: 'The best level that one side grants.' },
    LEVEL: { description: 'The lowest that any side grants.' },
    BRINGERS: { description: 'Entries that bring this one along.' },
    AREA: { description: 'The level that the area needs.' },
    MARK: { description: 'A mark, own or inherited, or that there is none.' },
    CONTENT: { description: 'What the level leaves of the entry.' }
  }
})

export const GrantSideEnum = enumOf(GRANT_SIDES)

registerEnumType(GrantSideEnum, {
  name: 'AccessSide',
  description: 'Whose switches they are; what is seen is the lowest of them.',
  valuesConfig: {
    PATIENT: { description: 'The patient’s own.' },
    PRACTICE: { description: 'The practice’s, a ceiling for all.' },
    PROXY: { description: 'Those of somebody acting for the patient.' }
  }
})

export const ACCESS_STEP_OUTCOMES = [
  'ALLOWS',
  'HIDES',
  'GRANTS',
  'GRANTS_NOTHING'
] as const
export type AccessStepOutcome = (typeof ACCESS_STEP_OUTCOMES)[number]
export const AccessStepOutcomeEnum = enumOf(ACCESS_STEP_OUTCOMES)

registerEnumType(AccessStepOutcomeEnum, {
  name: 'AccessStepOutcome',
  description: 'What a step comes to.',
  valuesConfig: {
    ALLOWS: { description: 'It does not stand in the way.' },
    HIDES: { description: 'It decides: enough to hide the entry alone.' },
    GRANTS: { description: 'It grants the entry a level.' },
    GRANTS_NOTHING: { description: 'It grants the entry no level.' }
  }
})

export const HIDING_REASONS = [
  'PATIENT_SENSITIVE',
  'PATIENT_DECEASED',
  'PATIENT_INACTIVE',
  'ONLINE_ACCESS_NEVER_ENABLED',
  'ONLINE_ACCESS_DISABLED',
  'COMPETENCE_NOT_ASSESSED',
  'COMPETENCE_DECLINED',
  'LEVEL_TOO_LOW',
  'BEFORE_START_DATE',
  ...ENTRY_MARKS
] as const
export type HidingReason = (typeof HIDING_REASONS)[number]
export const HidingReasonEnum = enumOf(HIDING_REASONS)

registerEnumType(HidingReasonEnum, {
  name: 'HidingReason',
  description: 'Why an entry is hidden.',
  valuesConfig: {
    PATIENT_SENSITIVE: { description: 'The record is sensitive.' },
    PATIENT_DECEASED: { description: 'The patient has died.' },
    PATIENT_INACTIVE: { description: 'The patient is no longer registered.' },
    ONLINE_ACCESS_NEVER_ENABLED: { description: 'Never enabled so far.' },
    ONLINE_ACCESS_DISABLED: { description: 'Disabled by the practice.' },
    COMPETENCE_NOT_ASSESSED: { description: 'Under 16 and not assessed.' },
    COMPETENCE_DECLINED: { description: 'Assessed as not competent.' },
    LEVEL_TOO_LOW: { description: 'No level of any date shows as much.' },
    BEFORE_START_DATE: { description: 'The switches do not reach its dates.' },
    DRAFT: { description: 'Recorded in a consultation still being written.' },
    DIARY: { description: 'A diary entry: something planned.' },
    UNFILED: { description: 'A result nobody has filed yet.' },
    UNREVIEWED: { description: 'A document nobody has reviewed yet.' },
    ENTERED_IN_ERROR: { description: 'Recorded by mistake.' },
    RESTRICTED: { description: 'Restricted from View Record.' },
    STAFF_CONFIDENTIAL: { description: 'Confidential to staff.' }
  }
})

export const SwitchReachEnum = enumOf(SWITCH_REACHES)

registerEnumType(SwitchReachEnum, {
  name: 'SwitchReach',
  description: 'Whether a switch reaches an entry.',
  valuesConfig: {
    OFF: { description: 'It is off.' },
    NOT_STARTED: { description: 'Its start date has not come.' },
    EVERY_ENTRY: { description: 'It has no start date: it reaches all.' },
    REACHED: { description: 'A date of the entry is on or after the start.' },
    NOT_REACHED: { description: 'No date that it tests is.' }
  }
})

export const ENTRY_DATE_NAMES = ['CLINICAL_DATE', 'RECORDED_DATE'] as const
export type EntryDateName = (typeof ENTRY_DATE_NAMES)[number]
export const EntryDateEnum = enumOf(ENTRY_DATE_NAMES)

registerEnumType(EntryDateEnum, {
  name: 'EntryDate',
  description: 'The two dates by which switches reach an entry.',
  valuesConfig: {
    CLINICAL_DATE: { description: 'When it happened.' },
    RECORDED_DATE: { description: 'When it was entered.' }
  }
})

export const ACCESS_OUTCOMES = ['SHOWN', 'HIDDEN'] as const
export type AccessOutcome = (typeof ACCESS_OUTCOMES)[number]
export const AccessOutcomeEnum = enumOf(ACCESS_OUTCOMES)

registerEnumType(AccessOutcomeEnum, {
  name: 'AccessOutcome',
  description: 'Whether a citizen is shown an entry.',
  valuesConfig: {
    SHOWN: { description: 'Shown; what the level keeps back is told.' },
    HIDDEN: { description: 'Absent, in every interface.' }
  }
})
