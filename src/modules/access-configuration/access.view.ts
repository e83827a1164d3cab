import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { enumOf } from '../../graphql/types/enum.ts'
import { LocalDateScalar } from '../../graphql/types/scalars.ts'
import {
  INEFFECTIVE_REASONS,
  type IneffectiveReason,
  type SwitchEffect
} from '../../policy/switch-effects.ts'
import {
  COMPETENCE_STATES,
  type Competence
} from '../../policy/online-access.ts'
import {
  MASTER_STATES,
  type MasterState
} from '../../policy/record-access-switches.ts'
import {
  RECORD_ACCESS_SWITCHES,
  type RecordAccessLevel,
  type RecordAccessSwitch
} from '../../vocabulary/access-level.ts'
import { RecordAccessLevelEnum } from '../record/level.view.ts'
import { explainSwitch } from './explain-switch.ts'

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

const IneffectiveReasonEnum = enumOf(INEFFECTIVE_REASONS)

registerEnumType(IneffectiveReasonEnum, {
  name: 'IneffectiveReason',
  description: 'Why a switch does not show what it would.',
  valuesConfig: {
    SWITCHED_OFF: { description: 'It is off.' },
    START_DATE_IN_FUTURE: { description: 'Its start date has not come.' },
    LIMITED_BY_PRACTICE: { description: 'The practice does not allow it.' },
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

const MasterStateEnum = enumOf(MASTER_STATES)

registerEnumType(MasterStateEnum, {
  name: 'MasterState',
  description: 'Whether a patient may use online services at all.',
  valuesConfig: {
    NEVER_ENABLED: { description: 'Never enabled so far.' },
    ENABLED: { description: 'Enabled.' },
    DISABLED_BY_PRACTICE: { description: 'Disabled by the practice.' }
  }
})

const CompetenceEnum = enumOf(COMPETENCE_STATES)

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

@ObjectType({
  description: 'One switch: how it is set and whether it takes effect.',
  simpleResolvers: true
})
export class RecordAccessSwitchState {
  @Field(() => RecordAccessSwitchEnum, { description: 'Which switch.' })
  readonly switch!: RecordAccessSwitch

  @Field(() => Boolean, { description: 'Whether it is on.' })
  readonly enabled!: boolean

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'From when; null for every entry or where it has no date.'
  })
  readonly startDate!: string | null

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day it was last set; null if never.'
  })
  readonly changedOn!: string | null

  @Field(() => Boolean, {
    description: 'Whether it shows all it is meant to, today.'
  })
  readonly effective!: boolean

  @Field(() => [IneffectiveReasonEnum], {
    description: 'Every reason why it is not effective.'
  })
  readonly ineffectiveBecause!: readonly IneffectiveReason[]

  @Field(() => RecordAccessLevelEnum, {
    description: 'The level it shows of the entries it reaches.'
  })
  readonly showsUpTo!: RecordAccessLevel

  @Field(() => String, { description: 'The same in a plain sentence.' })
  readonly explanation!: string
}

@ObjectType({
  description: 'How a practice has set record access for its patients.',
  simpleResolvers: true
})
export class PracticeAccess {
  @Field(() => Int, { description: 'Send it back as expectedVersion.' })
  readonly version!: number

  @Field(() => [RecordAccessSwitchState], { description: 'Every switch.' })
  readonly switches!: readonly RecordAccessSwitchState[]
}

@ObjectType({
  description: 'How record access is set for one patient.',
  simpleResolvers: true
})
export class PatientAccess {
  @Field(() => Int, { description: 'Send it back as expectedVersion.' })
  readonly version!: number

  @Field(() => MasterStateEnum, {
    description: 'Whether they may use online services at all.'
  })
  readonly masterState!: MasterState

  @Field(() => CompetenceEnum, {
    description: 'What staff found of the patient while under 16.'
  })
  readonly competence!: Competence

  @Field(() => [RecordAccessSwitchState], { description: 'Every switch.' })
  readonly switches!: readonly RecordAccessSwitchState[]
}

export const toSwitchState = (
  effect: SwitchEffect
): RecordAccessSwitchState => ({
  switch: effect.level,
  enabled: effect.state.enabled,
  startDate: effect.state.startDate,
  changedOn: effect.state.changedOn,
  effective: effect.effective,
  ineffectiveBecause: effect.ineffectiveBecause,
  showsUpTo: effect.showsUpTo,
  explanation: explainSwitch(effect)
})
