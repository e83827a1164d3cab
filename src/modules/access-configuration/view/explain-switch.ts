import type { OrderingEffect } from '../../../policy/ordering-effect.ts'
import type {
  IneffectiveReason,
  SwitchEffect
} from '../../../policy/switch-effects.ts'
import type {
  RecordAccessLevel,
  RecordAccessSwitch
} from '../../../vocabulary/access-level.ts'
import type { PrescriptionAccessLevel } from '../../../vocabulary/citizen-service.ts'

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
  LIMITED_BY_PRACTICE_START_DATE:
    'the practice allows it only from a later date on',
  ONLINE_ACCESS_NEVER_ENABLED: 'online access was never enabled',
  ONLINE_ACCESS_DISABLED: 'the practice has disabled online access',
  COMPETENCE_NOT_ASSESSED:
    'the patient is under 16 and has not been assessed as competent',
  COMPETENCE_DECLINED: 'the patient was assessed as not competent',
  PATIENT_INACTIVE: 'the patient is no longer registered',
  PATIENT_DECEASED: 'the patient has died',
  PATIENT_SENSITIVE: 'the record is sensitive'
} as const satisfies Record<IneffectiveReason, string>

/** Ruling R4: a practice's start counts on either of an entry's dates. */
const datedText = ({ scope, level }: SwitchEffect): string => {
  if (scope === 'PRACTICE') return 'dated or recorded'
  return level === 'PROSPECTIVE' ? 'recorded' : 'dated'
}

const reachText = (effect: SwitchEffect): string => {
  const { startDate } = effect.state
  if (startDate === null) return ''
  return ` of entries ${datedText(effect)} on or after ${startDate}`
}

/** Whether a switch takes effect and why not, for staff to read. */
export const explainSwitch = (effect: SwitchEffect): string => {
  const name = SWITCH_NAMES[effect.level]
  const shown = `${LEVEL_NAMES[effect.showsUpTo]}${reachText(effect)}`
  if (effect.effective) return `${name} is on and shows ${shown}.`
  const why = effect.ineffectiveBecause
    .map((reason) => REASONS[reason])
    .join('; ')
  if (effect.showsUpTo === 'NONE') {
    return `${name} shows nothing, because ${why}.`
  }
  return effect.ineffectiveBecause.includes('LIMITED_BY_PRACTICE_START_DATE')
    ? `${name} is on and shows ${shown}, but not of all of them, because ${why}.`
    : `${name} shows only ${shown}, because ${why}.`
}

const ALLOWED_TEXTS = {
  NONE: 'do nothing with prescriptions',
  VIEW: 'only see prescriptions',
  MANAGE: 'see prescriptions and order repeats'
} as const satisfies Record<PrescriptionAccessLevel, string>

/** What a patient may do with prescriptions and why, for staff to read. */
export const explainOrdering = (effect: OrderingEffect): string => {
  const can = `the patient can ${ALLOWED_TEXTS[effect.allows]}`
  if (effect.effective) return `Ordering is on: ${can}.`
  const why = effect.ineffectiveBecause.map((reason) => REASONS[reason])
  return `Ordering does not take effect, because ${why.join('; ')}: ${can}.`
}
