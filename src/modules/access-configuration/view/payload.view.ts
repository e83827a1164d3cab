import { Field, ObjectType } from 'type-graphql'
import type { Rising } from '../../../policy/configuration-change.ts'
import type { Moves } from '../../../policy/online-services.ts'
import {
  stillShowing,
  type SwitchEffect
} from '../../../policy/switch-effects.ts'
import type { RecordAccessSwitch } from '../../../vocabulary/access-level.ts'
import type { ConfigurationSetting } from '../../../vocabulary/configuration-setting.ts'
import type { ConfigurationError } from '../change/configuration.errors.ts'
import {
  alsoDisabledBy,
  type RecordAccessChange
} from '../change/switch-setting.ts'
import { RecordAccessSwitchEnum } from './enums.view.ts'
import { changeNotices } from './notices.ts'
import { ConfigurationPreview, toPreview } from './preview.view.ts'
import { ConfigurationUserError } from './user-error.view.ts'

@ObjectType({
  description: 'What every change of configuration answers.',
  simpleResolvers: true
})
export abstract class ConfigurationPayload {
  @Field(() => [String], {
    description: 'What staff should know of the result, in plain sentences.'
  })
  readonly notices!: readonly string[]

  @Field(() => ConfigurationPreview, {
    nullable: true,
    description: 'Of a dry run: what would change.'
  })
  readonly preview!: ConfigurationPreview | null

  @Field(() => [ConfigurationUserError], {
    description: 'Everything that is wrong; empty when the change is in force.'
  })
  readonly userErrors!: readonly ConfigurationUserError[]
}

@ObjectType({
  description: 'What every change of a switch answers.',
  simpleResolvers: true
})
export abstract class RecordAccessPayload extends ConfigurationPayload {
  @Field(() => [RecordAccessSwitchEnum], {
    description: 'Other switches that went off with this one.'
  })
  readonly alsoDisabled!: readonly RecordAccessSwitch[]

  @Field(() => [RecordAccessSwitchEnum], {
    description:
      'After turning a switch off: others that still show what it did.'
  })
  readonly stillShownBy!: readonly RecordAccessSwitch[]
}

interface Applied {
  readonly changed: boolean
  readonly settings: readonly ConfigurationSetting[]
  readonly rising: Rising
  readonly moves: Moves | null
}

interface Outcome {
  readonly errors: readonly ConfigurationError[]
  readonly applied: Applied | null
}

/** What all payloads have; notices are of what is in force. */
export const toPayload = <Access>(
  { errors, applied }: Outcome,
  told: {
    dryRun: boolean
    access: Access | null
    notices?: readonly string[]
  }
): ConfigurationPayload & { access: Access | null } => ({
  access: told.access,
  notices: told.notices ?? [],
  preview: told.dryRun && applied ? toPreview(applied) : null,
  userErrors: errors
})

/** Of one switch; `effects` are of the configuration as it now is. */
export const toSwitchPayload = <Access>(
  outcome: Outcome,
  told: {
    change: RecordAccessChange
    access: Access | null
    effects: readonly SwitchEffect[]
  }
): RecordAccessPayload & { access: Access | null } => {
  const { change, access, effects } = told
  const { dryRun, enabled, level } = change
  const { applied } = outcome
  const stillShownBy = enabled || !applied ? [] : stillShowing(effects, level)
  const notices = applied
    ? changeNotices(change, { effects, stillShownBy })
    : []
  return {
    ...toPayload(outcome, { dryRun, access, notices }),
    alsoDisabled: applied ? alsoDisabledBy(change, applied) : [],
    stillShownBy
  }
}
