import { GraphQLJSON } from 'graphql-scalars'
import { Field, ID, ObjectType } from 'type-graphql'
import { ConfigurationSettingEnum } from '../../../graphql/types/configuration-setting.ts'
import {
  DateTimeScalar,
  NhsNumberScalar,
  OdsCodeScalar
} from '../../../graphql/types/scalars.ts'
import type { StaffRole } from '../../../policy/viewer.ts'
import type { ConfigurationSetting } from '../../../vocabulary/configuration-setting.ts'
import { StaffRoleEnum } from '../../identity/viewer.view.ts'
import type { AuditAction, AuditOutcome } from '../audit-action.ts'
import type { Json } from '../canonical.ts'
import type { AuditChainName } from '../chain.ts'
import {
  ACTOR_KINDS,
  AuditActionEnum,
  AuditActorKindEnum,
  AuditChainEnum,
  AuditOutcomeEnum,
  type AuditActorKind
} from './audit.enums.ts'
import type { AuditEventRow } from './event-page.loader.ts'

@ObjectType({
  description: 'Who did something, by the token they came with.',
  simpleResolvers: true
})
export class AuditActor {
  @Field(() => AuditActorKindEnum, { description: 'What they came as.' })
  readonly kind!: AuditActorKind

  @Field(() => String, { nullable: true, description: 'Of staff: user id.' })
  readonly userId!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Of staff: the role profile they acted in.'
  })
  readonly roleProfileId!: string | null

  @Field(() => [StaffRoleEnum], {
    description: 'Of staff: their roles then; empty for others.'
  })
  readonly roles!: readonly StaffRole[]

  @Field(() => [String], {
    description: 'Of staff: RBAC activities that permitted them something.'
  })
  readonly activityCodes!: readonly string[]

  @Field(() => OdsCodeScalar, {
    nullable: true,
    description: 'Of staff: the practice they acted for.'
  })
  readonly odsCode!: string | null

  @Field(() => NhsNumberScalar, {
    nullable: true,
    description: 'Of a citizen: their own NHS number.'
  })
  readonly nhsNumber!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Of staff: the name by which the practice knows the user id.'
  })
  readonly name!: string | null
}

@ObjectType({
  description: 'A row of a practice’s audit. None is ever changed or deleted.',
  simpleResolvers: true
})
export class AuditEvent {
  @Field(() => ID, { description: 'Its own id.' })
  readonly id!: string

  @Field(() => DateTimeScalar, { description: 'When.' })
  readonly at!: string

  @Field(() => AuditChainEnum, { description: 'In which audit it stands.' })
  readonly chain!: AuditChainName

  @Field(() => AuditActor, { description: 'Who.' })
  readonly actor!: AuditActor

  @Field(() => NhsNumberScalar, {
    nullable: true,
    description:
      'The patient it is about; null when it is about the practice, or about ' +
      'somebody who is not known here.'
  })
  readonly nhsNumber!: string | null

  @Field(() => AuditActionEnum, { description: 'What was done or tried.' })
  readonly action!: AuditAction

  @Field(() => AuditOutcomeEnum, { description: 'What came of it.' })
  readonly outcome!: AuditOutcome

  @Field(() => [ConfigurationSettingEnum], {
    description: 'The settings it was about; empty for all but configuring.'
  })
  readonly settings!: readonly ConfigurationSetting[]

  @Field(() => GraphQLJSON, {
    description:
      'What the row keeps besides, as it is stored: of a change old and new ' +
      'values, of a look what was seen and as whom, of a refusal why.'
  })
  readonly detail!: Json

  @Field(() => String, { nullable: true, description: 'The reason given.' })
  readonly reason!: string | null

  @Field(() => String, {
    description: 'The request; rows of one request have it in common.'
  })
  readonly requestId!: string
}

const toActor = ({ actor, actorName }: AuditEventRow): AuditActor => ({
  kind: ACTOR_KINDS[actor.kind],
  userId: actor.userId ?? null,
  roleProfileId: actor.roleProfileId ?? null,
  roles: actor.roles ?? [],
  activityCodes: actor.activityCodes ?? [],
  odsCode: actor.odsCode ?? null,
  nhsNumber: actor.nhsNumber ?? null,
  name: actorName
})

export const toAuditEvent = (
  row: AuditEventRow,
  chain: AuditChainName
): AuditEvent => {
  const { id, at, nhsNumber, action, outcome, settings } = row
  const { detail, reason, requestId } = row
  const told = { detail, reason, requestId }
  const actor = toActor(row)
  return { id, at, chain, actor, nhsNumber, action, outcome, settings, ...told }
}
