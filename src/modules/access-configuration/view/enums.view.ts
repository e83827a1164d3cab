import { registerEnumType } from 'type-graphql'
import { enumOf } from '../../../graphql/types/enum.ts'
import { COMPETENCE_STATES } from '../../../policy/online-access.ts'
import { MASTER_STATES } from '../../../policy/record-access-switches.ts'
import { INEFFECTIVE_REASONS } from '../../../policy/switch-effects.ts'
import { RECORD_ACCESS_SWITCHES } from '../../../vocabulary/access-level.ts'
import {
  CITIZEN_SERVICES,
  PRESCRIPTION_ACCESS_LEVELS
} from '../../../vocabulary/citizen-service.ts'

export const RecordAccessSwitchEnum = enumOf(RECORD_ACCESS_SWITCHES)

registerEnumType(RecordAccessSwitchEnum, {
  name: 'RecordAccessSwitch',
  description: 'What staff turn on or off. Switches are independent.',
  valuesConfig: {
    SUMMARY: { description: 'Summary information: medicines and allergies.' },
    DETAILED_CODED: { description: 'The detailed coded record.' },
    DOCUMENT: { description: 'Documents; needs DETAILED_CODED.' },
    FULL_RECORD: {
      description: 'Everything, from a clinical date on if one is given.'
    },
    PROSPECTIVE: {
      description: 'Everything recorded on or after a date; for patients only.'
    }
  }
})

export const IneffectiveReasonEnum = enumOf(INEFFECTIVE_REASONS)

registerEnumType(IneffectiveReasonEnum, {
  name: 'IneffectiveReason',
  description: 'Why a switch does not show what it would.',
  valuesConfig: {
    SWITCHED_OFF: { description: 'It is off.' },
    START_DATE_IN_FUTURE: { description: 'Its start date has not come.' },
    LIMITED_BY_PRACTICE: { description: 'The practice does not allow it.' },
    LIMITED_BY_PRACTICE_START_DATE: {
      description: 'The practice allows it only from a later date on.'
    },
    ONLINE_ACCESS_NEVER_ENABLED: {
      description: 'The patient’s online access was never enabled.'
    },
    ONLINE_ACCESS_DISABLED: {
      description: 'The practice has disabled the patient’s online access.'
    },
    COMPETENCE_NOT_ASSESSED: {
      description: 'The patient is under 16 and not assessed as competent.'
    },
    COMPETENCE_DECLINED: {
      description: 'The patient was assessed as not competent.'
    },
    PATIENT_INACTIVE: { description: 'The patient is no longer registered.' },
    PATIENT_DECEASED: { description: 'The patient has died.' },
    PATIENT_SENSITIVE: { description: 'The record is sensitive.' }
  }
})

export const MasterStateEnum = enumOf(MASTER_STATES)

registerEnumType(MasterStateEnum, {
  name: 'MasterState',
  description: 'Whether a patient may use online services at all.',
  valuesConfig: {
    NEVER_ENABLED: { description: 'Never enabled so far.' },
    ENABLED: { description: 'Enabled.' },
    DISABLED_BY_PRACTICE: { description: 'Disabled by the practice.' }
  }
})

export const CompetenceEnum = enumOf(COMPETENCE_STATES)

registerEnumType(CompetenceEnum, {
  name: 'Competence',
  description: 'Whether an under 16 understands what access means.',
  valuesConfig: {
    NOT_ASSESSED: { description: 'Nobody has assessed it.' },
    COMPETENT: { description: 'Assessed as competent.' },
    NOT_COMPETENT: {
      description: 'Assessed as not competent; blocks, also from 16 on.'
    }
  }
})

export const PrescriptionAccessLevelEnum = enumOf(PRESCRIPTION_ACCESS_LEVELS)

registerEnumType(PrescriptionAccessLevelEnum, {
  name: 'PrescriptionAccessLevel',
  description: 'What a patient may do with prescriptions.',
  valuesConfig: {
    NONE: { description: 'Nothing.' },
    VIEW: { description: 'See them.' },
    MANAGE: { description: 'See them, order repeats and cancel an order.' }
  }
})

export const CitizenServiceEnum = enumOf(CITIZEN_SERVICES)

registerEnumType(CitizenServiceEnum, {
  name: 'CitizenService',
  description: 'What a patient can do online.',
  valuesConfig: {
    RECORD_ACCESS: { description: 'See the record.' },
    PRESCRIPTION_ORDERING: { description: 'Order repeat prescriptions.' }
  }
})
