import { Field, InputType, ObjectType } from 'type-graphql'
import { LocalDateScalar } from '../../../graphql/types/scalars.ts'
import type { DefaultAccess } from '../../../policy/default-access.ts'
import type { RecordAccessSwitch } from '../../../vocabulary/access-level.ts'
import { ChangeInput, toChangeRequest } from '../view/change-input.view.ts'
import { RecordAccessSwitchEnum } from '../view/enums.view.ts'
import { LastSettingChange } from '../view/setting-state.view.ts'
import type { DefaultAccessChange } from './practice-settings.service.ts'

const START_DATE =
  'From when, for FULL_RECORD (none: the whole record) and PROSPECTIVE ' +
  '(none: from the day the patient is enabled).'

@ObjectType({
  description: 'A switch that is on for newly enabled patients.',
  simpleResolvers: true
})
export class DefaultSwitchState {
  @Field(() => RecordAccessSwitchEnum, { description: 'Which switch.' })
  readonly level!: RecordAccessSwitch

  @Field(() => LocalDateScalar, { nullable: true, description: START_DATE })
  readonly startDate!: string | null
}

@ObjectType({
  description: 'What patients get when their services are first enabled.',
  simpleResolvers: true
})
export class DefaultAccessState {
  @Field(() => [DefaultSwitchState], { description: 'Switches that are on.' })
  readonly levels!: readonly DefaultSwitchState[]

  @Field(() => Boolean, { description: 'Whether they may order repeats.' })
  readonly prescriptionOrdering!: boolean

  @Field(() => LastSettingChange, {
    nullable: true,
    description: 'Who set it last; null if nobody did through this system.'
  })
  readonly lastChange!: LastSettingChange | null
}

@InputType({ description: 'A switch to be on for newly enabled patients.' })
export class DefaultSwitchInput {
  @Field(() => RecordAccessSwitchEnum, { description: 'Which switch.' })
  readonly level!: RecordAccessSwitch

  @Field(() => LocalDateScalar, { nullable: true, description: START_DATE })
  readonly startDate?: string | null
}

@InputType({ description: 'What newly enabled patients are to get.' })
export class SetDefaultAccessInput extends ChangeInput {
  @Field(() => [DefaultSwitchInput], {
    description: 'All switches to be on; the others are off.'
  })
  readonly levels!: readonly DefaultSwitchInput[]

  @Field(() => Boolean, { description: 'Whether they may order repeats.' })
  readonly prescriptionOrdering!: boolean

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'That documents and full entries which newly enabled patients will see ' +
      'are reviewed.'
  })
  readonly reviewConfirmed!: boolean
}

export const toDefaultAccessState = (
  access: DefaultAccess,
  lastChange: LastSettingChange | null
): DefaultAccessState => ({
  levels: access.switches,
  prescriptionOrdering: access.prescriptionOrdering,
  lastChange
})

export const toDefaultAccessChange = (
  input: SetDefaultAccessInput,
  options: { atRisk: boolean; dryRun: boolean }
): DefaultAccessChange => ({
  ...toChangeRequest(input, options.dryRun),
  atRisk: options.atRisk,
  reviewConfirmed: input.reviewConfirmed,
  access: {
    switches: input.levels.map(({ level, startDate }) => ({
      level,
      startDate: startDate ?? null
    })),
    prescriptionOrdering: input.prescriptionOrdering
  }
})
