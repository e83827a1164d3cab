import type {
  IneffectiveReason,
  SwitchEffect
} from '../../policy/switch-effects.ts'
import type {
  RecordAccessLevel,
  RecordAccessSwitch
} from '../../vocabulary/access-level.ts'

const SWITCH_NAMES = {
  SUMMARY: 'Summary information',
  DETAILED_CODED: 'Detailed coded record',
  DOCUMENT: 'Documents',
  FULL_RECORD: 'Full record',
  PROSPECTIVE: 'Prospective access'
} as const satisfies Record<RecordAccessSwitch, string>

const LEVEL_NAMES = {
  NONE: 'nothing',
  SUMMARY: 'the summary',
  DETAILED: 'the detailed coded record',
  DOCUMENTS: 'the coded record with documents',
  FULL: 'everything, free text included'
} as const satisfies Record<RecordAccessLevel, string>

const REASONS = {
  SWITCHED_OFF: 'it is off',
  START_DATE_IN_FUTURE: 'its start date has not come',
  LIMITED_BY_PRACTICE: 'the practice does not allow that much',
  ONLINE_ACCESS_NEVER_ENABLED: 'online access was never enabled',
  ONLINE_ACCESS_DISABLED: 'the practice has disabled online access',
  COMPETENCE_NOT_ASSESSED:
    'the patient is under 16 and has not been assessed as competent',
  COMPETENCE_DECLINED: 'the patient was assessed as not competent',
  PATIENT_INACTIVE: 'the patient is no longer registered',
  PATIENT_DECEASED: 'the patient has died',
  PATIENT_SENSITIVE: 'the record is sensitive'
} as const satisfies Record<IneffectiveReason, string>

const reachText = ({ level, state }: SwitchEffect): string => {
  if (state.startDate === null) return ''
  const dated = level === 'PROSPECTIVE' ? 'recorded' : 'dated'
  return ` of entries ${dated} on or after ${state.startDate}`
}

/** Whether a switch takes effect and why not, for staff to read. */
export const explainSwitch = (effect: SwitchEffect): string => {
  const name = SWITCH_NAMES[effect.level]
  const shown = `${LEVEL_NAMES[effect.showsUpTo]}${reachText(effect)}`
  if (effect.effective) return `${name} is on and shows ${shown}.`
  const why = effect.ineffectiveBecause.map((reason) => REASONS[reason])
  const shows = effect.showsUpTo === 'NONE' ? 'nothing' : `only ${shown}`
  return `${name} shows ${shows}, because ${why.join('; ')}.`
}
