import { z } from 'zod'
import { Field, ID, ObjectType } from 'type-graphql'
import { ConfigurationSettingEnum } from '../../../graphql/types/configuration-setting.ts'
import {
  DateTimeScalar,
  LocalDateScalar
} from '../../../graphql/types/scalars.ts'
import type { ConfigurationSetting } from '../../../vocabulary/configuration-setting.ts'
import type { AuditAction, AuditOutcome } from '../../audit/audit.service.ts'
import {
  ACTOR_KINDS,
  AuditActionEnum,
  AuditActorKindEnum,
  AuditOutcomeEnum,
  type AuditActorKind
} from '../../audit/history/audit.enums.ts'
import type { AuditEventRow } from '../../audit/history/configuration-history.loader.ts'
import {
  CONFIGURATION_ERROR_CODES,
  type ConfigurationErrorCode
} from '../change/configuration.errors.ts'
import { ConfigurationErrorCodeEnum } from '../view/user-error.view.ts'
import { factsOf, type SettingFacts } from './setting-facts.ts'

@ObjectType({
  description: 'Who configured something, or tried to.',
  simpleResolvers: true
})
export class AccessChangeAuthor {
  @Field(() => AuditActorKindEnum, { description: 'What they came as.' })
  readonly kind!: AuditActorKind

  @Field(() => String, {
    nullable: true,
    description: 'User id of the member of staff; null for all others.'
  })
  readonly userId!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Their name, where the practice holds it.'
  })
  readonly name!: string | null
}

@ObjectType('SettingFacts', {
  description: 'What a setting was at some time.',
  simpleResolvers: true
})
export class SettingFactsView implements SettingFacts {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it was on; null for what is more than on or off.'
  })
  readonly enabled!: boolean | null

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'From when, if it had a start date.'
  })
  readonly startDate!: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'What is not told by on or off, in words: a finding of competence, ' +
      'default levels, an app.'
  })
  readonly text!: string | null
}

@ObjectType({
  description: 'What became of one setting.',
  simpleResolvers: true
})
export class SettingChange {
  @Field(() => ConfigurationSettingEnum, { description: 'Which setting.' })
  readonly setting!: ConfigurationSetting

  @Field(() => SettingFactsView, {
    nullable: true,
    description: 'What it was; null if there was nothing, as before an app.'
  })
  readonly before!: SettingFacts | null

  @Field(() => SettingFactsView, {
    nullable: true,
    description:
      'What it was from then on; null when it was refused, and for an app ' +
      'that is no longer there.'
  })
  readonly after!: SettingFacts | null
}

@ObjectType({
  description: 'One change of how access is configured, made or refused.',
  simpleResolvers: true
})
export class AccessHistoryEvent {
  @Field(() => ID, { description: 'The id it has in the audit too.' })
  readonly id!: string

  @Field(() => DateTimeScalar, { description: 'When.' })
  readonly at!: string

  @Field(() => AccessChangeAuthor, { description: 'Who.' })
  readonly by!: AccessChangeAuthor

  @Field(() => AuditActionEnum, { description: 'What was asked for.' })
  readonly action!: AuditAction

  @Field(() => AuditOutcomeEnum, { description: 'What came of it.' })
  readonly outcome!: AuditOutcome

  @Field(() => [SettingChange], {
    description:
      'Each setting concerned; none where somebody might not ask at all.'
  })
  readonly settings!: readonly SettingChange[]

  @Field(() => String, { nullable: true, description: 'The reason given.' })
  readonly reason!: string | null

  @Field(() => [ConfigurationErrorCodeEnum], {
    description: 'When it was refused: everything that was wrong with it.'
  })
  readonly errors!: readonly ConfigurationErrorCode[]

  @Field(() => String, {
    nullable: true,
    description:
      'When it was refused for who asked: why, as PERMISSION_MISSING.'
  })
  readonly denial!: string | null
}

/** What rows of configuration keep, each some of it. */
const detailForm = z.object({
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  errors: z.array(z.string()).default([]),
  denial: z.string().nullable().default(null)
})

export const toAccessHistoryEvent = (
  row: AuditEventRow
): AccessHistoryEvent => {
  const { id, at, action, outcome, reason, actor, actorName } = row
  const { before, after, errors, denial } = detailForm.parse(row.detail)
  return {
    id,
    at,
    by: {
      kind: ACTOR_KINDS[actor.kind],
      userId: actor.userId ?? null,
      name: actorName
    },
    action,
    outcome,
    settings: row.settings.map((setting) => ({
      setting,
      before: factsOf(before, setting),
      after: factsOf(after, setting)
    })),
    reason,
    errors: CONFIGURATION_ERROR_CODES.filter((code) => errors.includes(code)),
    denial
  }
}
