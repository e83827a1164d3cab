import { Field, ObjectType } from 'type-graphql'
import {
  DateTimeScalar,
  LocalDateScalar
} from '../../../graphql/types/scalars.ts'
import type { OrderingEffect } from '../../../policy/ordering-effect.ts'
import type { SwitchState } from '../../../policy/record-access-switches.ts'
import type {
  IneffectiveReason,
  SwitchEffect
} from '../../../policy/switch-effects.ts'
import type {
  RecordAccessLevel,
  RecordAccessSwitch
} from '../../../vocabulary/access-level.ts'
import type { PrescriptionAccessLevel } from '../../../vocabulary/citizen-service.ts'
import type { ConfigurationSetting } from '../../../vocabulary/configuration-setting.ts'
import type { LastChange } from '../../audit/last-changes.loader.ts'
import { RecordAccessLevelEnum } from '../../record/level.view.ts'
import {
  IneffectiveReasonEnum,
  PrescriptionAccessLevelEnum,
  RecordAccessSwitchEnum
} from './enums.view.ts'
import { explainOrdering, explainSwitch } from './explain-switch.ts'

@ObjectType({
  description: 'Who set something last, and when.',
  simpleResolvers: true
})
export class LastSettingChange {
  @Field(() => DateTimeScalar, { description: 'When.' })
  readonly at!: string

  @Field(() => String, {
    nullable: true,
    description: 'User id of the member of staff; null for the system.'
  })
  readonly userId!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Their name, where the practice holds it.'
  })
  readonly name!: string | null

  @Field(() => String, { nullable: true, description: 'The reason given.' })
  readonly reason!: string | null
}

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

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Of a patient’s switch: whether the practice’s is on, for PROSPECTIVE ' +
      'its FULL_RECORD; null for the practice’s own.'
  })
  readonly practiceEnabled!: boolean | null

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Of a patient’s switch: the practice’s start date.'
  })
  readonly practiceStartDate!: string | null

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day it was last set; null if never.'
  })
  readonly changedOn!: string | null

  @Field(() => LastSettingChange, {
    nullable: true,
    description: 'Who set it last; null if nobody did through this system.'
  })
  readonly lastChange!: LastSettingChange | null

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
  description: 'Prescription ordering of a patient, and what it comes to.',
  simpleResolvers: true
})
export class PrescriptionOrderingState {
  @Field(() => Boolean, { description: 'Whether it is on for the patient.' })
  readonly enabled!: boolean

  @Field(() => Boolean, { description: 'Whether it is on at the practice.' })
  readonly practiceEnabled!: boolean

  @Field(() => LastSettingChange, {
    nullable: true,
    description: 'Who set it last; null if nobody did through this system.'
  })
  readonly lastChange!: LastSettingChange | null

  @Field(() => Boolean, {
    description: 'Whether the patient can order, calling now.'
  })
  readonly effective!: boolean

  @Field(() => [IneffectiveReasonEnum], {
    description: 'Every reason why it is not effective.'
  })
  readonly ineffectiveBecause!: readonly IneffectiveReason[]

  @Field(() => PrescriptionAccessLevelEnum, {
    description: 'What the patient may do with prescriptions.'
  })
  readonly allows!: PrescriptionAccessLevel

  @Field(() => String, { description: 'The same in a plain sentence.' })
  readonly explanation!: string
}

/** The latest change of each setting that was ever changed. */
export type LastChanges = ReadonlyMap<ConfigurationSetting, LastChange>

export const toLastChange = (
  changes: LastChanges,
  setting: ConfigurationSetting
): LastSettingChange | null => {
  const change = changes.get(setting)
  if (!change) return null
  const { at, userId, name, reason } = change
  return { at, userId, name, reason }
}

/** A switch's state; `ceiling` is the practice's switch over a patient's. */
export const toSwitchState = (
  effect: SwitchEffect,
  options: { changes: LastChanges; ceiling?: SwitchState }
): RecordAccessSwitchState => ({
  switch: effect.level,
  enabled: effect.state.enabled,
  startDate: effect.state.startDate,
  practiceEnabled: options.ceiling?.enabled ?? null,
  practiceStartDate: options.ceiling?.startDate ?? null,
  changedOn: effect.state.changedOn,
  lastChange: toLastChange(options.changes, effect.level),
  effective: effect.effective,
  ineffectiveBecause: effect.ineffectiveBecause,
  showsUpTo: effect.showsUpTo,
  explanation: explainSwitch(effect)
})

export const toOrderingState = (
  effect: OrderingEffect,
  changes: LastChanges
): PrescriptionOrderingState => ({
  ...effect,
  lastChange: toLastChange(changes, 'PRESCRIPTION_ORDERING'),
  explanation: explainOrdering(effect)
})
