import { Field, Int, ObjectType } from 'type-graphql'
import { OdsCodeScalar } from '../../../graphql/types/scalars.ts'
import { practiceSwitchEffects } from '../../../policy/switch-effects.ts'
import type { RecordAccessLevel } from '../../../vocabulary/access-level.ts'
import type { LocalDate } from '../../../vocabulary/partial-date.ts'
import { RecordAccessLevelEnum } from '../../record/level.view.ts'
import {
  LastSettingChange,
  RecordAccessSwitchState,
  toLastChange,
  toSwitchState,
  type LastChanges
} from '../view/setting-state.view.ts'
import {
  DefaultAccessState,
  toDefaultAccessState
} from './default-access.view.ts'
import type { PracticeFile } from './practice-file.loader.ts'

@ObjectType({ description: 'A GP practice.', simpleResolvers: true })
export class Practice {
  @Field(() => OdsCodeScalar, { description: 'Its ODS code.' })
  readonly odsCode!: string

  @Field(() => String, { description: 'Its name.' })
  readonly name!: string

  /** For the fields below a practice; not part of the graph. */
  readonly file!: PracticeFile
}

@ObjectType({
  description: 'A setting that is on or off for the whole practice.',
  simpleResolvers: true
})
export class PracticeSettingState {
  @Field(() => Boolean, { description: 'Whether it is on.' })
  readonly enabled!: boolean

  @Field(() => LastSettingChange, {
    nullable: true,
    description: 'Who set it last; null if nobody did through this system.'
  })
  readonly lastChange!: LastSettingChange | null
}

@ObjectType({
  description: 'How many patients are on a level.',
  simpleResolvers: true
})
export class PatientsOnLevel {
  @Field(() => RecordAccessLevelEnum, {
    description: 'What they can see at most, calling now.'
  })
  readonly level!: RecordAccessLevel

  @Field(() => Int, { description: 'How many patients registered now.' })
  readonly patients!: number
}

@ObjectType({
  description: 'How a practice has set online services for its patients.',
  simpleResolvers: true
})
export class PracticeAccess {
  @Field(() => Int, { description: 'Send it back as expectedVersion.' })
  readonly version!: number

  @Field(() => [RecordAccessSwitchState], { description: 'Every switch.' })
  readonly switches!: readonly RecordAccessSwitchState[]

  @Field(() => PracticeSettingState, {
    description: 'Whether patients may order, where it is on for them too.'
  })
  readonly prescriptionOrdering!: PracticeSettingState

  @Field(() => PracticeSettingState, {
    description: 'Whether FHIR Lists tell that something was held back.'
  })
  readonly signalHiddenItems!: PracticeSettingState

  @Field(() => DefaultAccessState, {
    description: 'What patients get when they are first enabled.'
  })
  readonly defaultAccess!: DefaultAccessState

  @Field(() => DefaultAccessState, {
    description: 'The same for patients who are at risk from access.'
  })
  readonly atRiskDefaultAccess!: DefaultAccessState

  /** For the fields below; not part of the graph. */
  readonly file!: PracticeFile
}

export const toPracticeAccessView = (
  file: PracticeFile,
  { changes, today }: { changes: LastChanges; today: LocalDate }
): PracticeAccess => ({
  version: file.accessVersion,
  switches: practiceSwitchEffects(file.access, today).map((effect) =>
    toSwitchState(effect, { changes })
  ),
  prescriptionOrdering: {
    enabled: file.prescriptionOrdering,
    lastChange: toLastChange(changes, 'PRESCRIPTION_ORDERING')
  },
  signalHiddenItems: {
    enabled: file.signalHiddenItems,
    lastChange: toLastChange(changes, 'SIGNAL_HIDDEN_ITEMS')
  },
  defaultAccess: toDefaultAccessState(
    file.defaultAccess,
    toLastChange(changes, 'DEFAULT_ACCESS')
  ),
  atRiskDefaultAccess: toDefaultAccessState(
    file.atRiskDefaultAccess,
    toLastChange(changes, 'AT_RISK_DEFAULT_ACCESS')
  ),
  file
})
