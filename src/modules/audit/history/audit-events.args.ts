import { ArgsType, Field, InputType } from 'type-graphql'
import { ConfigurationSettingEnum } from '../../../graphql/types/configuration-setting.ts'
import { PageArgs } from '../../../graphql/types/connection.ts'
import {
  LocalDateScalar,
  NhsNumberScalar,
  OdsCodeScalar
} from '../../../graphql/types/scalars.ts'
import type { ConfigurationSetting } from '../../../vocabulary/configuration-setting.ts'
import type { OdsCode } from '../../../vocabulary/ods-code.ts'
import type { AuditAction, AuditOutcome } from '../audit-action.ts'
import type { AuditChainName } from '../chain.ts'
import {
  AuditActionEnum,
  AuditChainEnum,
  AuditOutcomeEnum
} from './audit.enums.ts'

@InputType({
  description:
    'What rows must agree with, all of it. A list asks for any of its ' +
    'values; an empty one finds nothing.'
})
export class AuditEventFilter {
  @Field(() => NhsNumberScalar, {
    nullable: true,
    description:
      'About this patient. One who is not known here has no rows, rather ' +
      'than being NOT_FOUND: this is a search, and also to ask is audited.'
  })
  readonly nhsNumber?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Done by the member of staff with this user id.'
  })
  readonly userId?: string | null

  @Field(() => [AuditActionEnum], {
    nullable: true,
    description: 'What was done or tried.'
  })
  readonly actions?: readonly AuditAction[] | null

  @Field(() => [ConfigurationSettingEnum], {
    nullable: true,
    description: 'About any of these settings; READS are about none.'
  })
  readonly settings?: readonly ConfigurationSetting[] | null

  @Field(() => [AuditOutcomeEnum], {
    nullable: true,
    description: 'What came of it.'
  })
  readonly outcomes?: readonly AuditOutcome[] | null

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'On this day or later.'
  })
  readonly from?: string | null

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'On this day or earlier; not before `from`.'
  })
  readonly to?: string | null
}

@ArgsType()
export class AuditEventsArgs extends PageArgs {
  @Field(() => OdsCodeScalar, { description: 'Whose audit.' })
  odsCode!: OdsCode

  @Field(() => AuditChainEnum, {
    defaultValue: AuditChainEnum.CHANGES,
    description: 'Which audit.'
  })
  chain!: AuditChainName

  @Field(() => AuditEventFilter, {
    nullable: true,
    description: 'What to look for; all rows unless given.'
  })
  filter?: AuditEventFilter | null
}
