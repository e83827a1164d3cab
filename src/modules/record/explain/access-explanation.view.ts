import { Field, ID, ObjectType } from 'type-graphql'
import { ClinicalAreaEnum } from '../../../graphql/types/clinical-area.ts'
import {
  DateTimeScalar,
  LocalDateScalar
} from '../../../graphql/types/scalars.ts'
import type { SwitchReach } from '../../../policy/access-step.ts'
import type { EntryMark } from '../../../policy/closure.ts'
import type { GrantSide } from '../../../policy/switch-grants.ts'
import type { RecordAccessLevel } from '../../../vocabulary/access-level.ts'
import type { ClinicalArea } from '../../../vocabulary/clinical-area.ts'
import { EntryMarkEnum } from '../entry-marker.view.ts'
import { RecordAccessLevelEnum } from '../level.view.ts'
import { EntryKindEnum } from '../entry-kind.view.ts'
import type { EntryKindName } from '../entry-kinds.ts'
import {
  AccessOutcomeEnum,
  AccessStepKindEnum,
  AccessStepOutcomeEnum,
  EntryDateEnum,
  GrantSideEnum,
  HidingReasonEnum,
  SwitchReachEnum,
  type AccessOutcome,
  type AccessStepKind,
  type AccessStepOutcome,
  type EntryDateName,
  type HidingReason
} from './explanation.enums.ts'

@ObjectType({
  description: 'An entry that an explanation speaks of.',
  simpleResolvers: true
})
export class ExplainedEntry {
  @Field(() => ID, { description: 'Its id in the record.' })
  readonly id!: string

  @Field(() => EntryKindEnum, { description: 'What it is.' })
  readonly kind!: EntryKindName

  @Field(() => ClinicalAreaEnum, {
    nullable: true,
    description: 'Where in the record it is; null for what is in no area.'
  })
  readonly area!: ClinicalArea | null

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When it happened, as the switches count it.'
  })
  readonly clinicalDate!: string | null

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When it was recorded, as the switches count it.'
  })
  readonly recordedDate!: string | null

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was restricted, if it was itself.'
  })
  readonly restrictedAt!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Who restricted it, if it was itself.'
  })
  readonly restrictedBy!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Why it was restricted, if it was itself.'
  })
  readonly restrictedReason!: string | null
}

@ObjectType({
  description: 'How a switch is set and whether it reaches the entry.',
  simpleResolvers: true
})
export class ExplainedSwitch {
  @Field(() => Boolean, { description: 'Whether it is on.' })
  readonly enabled!: boolean

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'From when; null where it has no date.'
  })
  readonly startDate!: string | null

  @Field(() => SwitchReachEnum, { description: 'Whether it reaches it.' })
  readonly reach!: SwitchReach

  @Field(() => [EntryDateEnum], {
    description: 'Which dates of the entry are on or after the start.'
  })
  readonly reachedBy!: readonly EntryDateName[]
}

@ObjectType({
  description: 'A mark that hides the entry, and where it was set.',
  simpleResolvers: true
})
export class ExplainedMark {
  @Field(() => EntryMarkEnum, { description: 'The mark.' })
  readonly mark!: EntryMark

  @Field(() => Boolean, {
    description: 'Whether it comes from a related entry.'
  })
  readonly inherited!: boolean

  @Field(() => ExplainedEntry, {
    nullable: true,
    description: 'The entry on which it was set.'
  })
  readonly origin!: ExplainedEntry | null
}

@ObjectType('AccessStep', {
  description: 'One step on the way to a decision.',
  simpleResolvers: true
})
export class AccessStepView {
  @Field(() => AccessStepKindEnum, { description: 'What it looks at.' })
  readonly kind!: AccessStepKind

  @Field(() => GrantSideEnum, {
    nullable: true,
    description: 'Whose switches; null where it is about none.'
  })
  readonly side!: GrantSide | null

  @Field(() => AccessStepOutcomeEnum, { description: 'What it comes to.' })
  readonly outcome!: AccessStepOutcome

  @Field(() => HidingReasonEnum, {
    nullable: true,
    description: 'Why it hides the entry; null when it does not.'
  })
  readonly reason!: HidingReason | null

  @Field(() => RecordAccessLevelEnum, {
    nullable: true,
    description: 'The level it grants or looks at.'
  })
  readonly level!: RecordAccessLevel | null

  @Field(() => RecordAccessLevelEnum, {
    nullable: true,
    description: 'The level the area needs; of AREA alone.'
  })
  readonly requiredLevel!: RecordAccessLevel | null

  @Field(() => ExplainedSwitch, {
    nullable: true,
    description: 'Of the steps about a switch.'
  })
  readonly switch!: ExplainedSwitch | null

  @Field(() => ExplainedMark, {
    nullable: true,
    description: 'Of MARK, when there is one.'
  })
  readonly mark!: ExplainedMark | null

  @Field(() => String, { description: 'The same in a plain sentence.' })
  readonly explanation!: string
}

@ObjectType({
  description: 'A part of an entry that its level keeps back.',
  simpleResolvers: true
})
export class KeptBackPart {
  @Field(() => String, {
    description: 'The field, with dots: reaction.description.'
  })
  readonly field!: string

  @Field(() => RecordAccessLevelEnum, {
    description: 'The least level that shows it.'
  })
  readonly requiredLevel!: RecordAccessLevel
}

@ObjectType('AccessExplanation', {
  description:
    'For staff: why a citizen, calling now, is shown an entry or is not.',
  simpleResolvers: true
})
export class AccessExplanationView {
  @Field(() => ExplainedEntry, { description: 'The entry.' })
  readonly entry!: ExplainedEntry

  @Field(() => AccessOutcomeEnum, { description: 'The decision.' })
  readonly outcome!: AccessOutcome

  @Field(() => RecordAccessLevelEnum, {
    description: 'The level it is shown at; NONE when it is hidden.'
  })
  readonly level!: RecordAccessLevel

  @Field(() => [KeptBackPart], {
    description: 'What of a shown entry is kept back.'
  })
  readonly keptBack!: readonly KeptBackPart[]

  @Field(() => [AccessStepView], {
    description: 'All that led to it, in order.'
  })
  readonly steps!: readonly AccessStepView[]

  @Field(() => [AccessStepView], {
    description:
      'The steps that hide it; empty when it is shown. It stays hidden until ' +
      'none of them does.'
  })
  readonly hiddenBy!: readonly AccessStepView[]

  @Field(() => String, { description: 'The decision in plain sentences.' })
  readonly explanation!: string
}
