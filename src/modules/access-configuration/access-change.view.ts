import {
  Field,
  InputType,
  Int,
  InterfaceType,
  ObjectType,
  registerEnumType
} from 'type-graphql'
import { enumOf } from '../../graphql/types/enum.ts'
import { LocalDateScalar } from '../../graphql/types/scalars.ts'
import type { RecordAccessSwitch } from '../../vocabulary/access-level.ts'
import type { RecordAccessChange } from './access-change.ts'
import {
  RECORD_ACCESS_ERROR_CODES,
  type RecordAccessError,
  type RecordAccessErrorCode
} from './access.errors.ts'
import { RecordAccessSwitchEnum } from './access.view.ts'

const RecordAccessErrorCodeEnum = enumOf(RECORD_ACCESS_ERROR_CODES)

registerEnumType(RecordAccessErrorCodeEnum, {
  name: 'RecordAccessErrorCode',
  description: 'Why a change of record access was not made.',
  valuesConfig: {
    NOT_A_PRACTICE_SWITCH: {
      description: 'PROSPECTIVE is set for patients, not for a practice.'
    },
    START_DATE_REQUIRED: { description: 'PROSPECTIVE needs a start date.' },
    START_DATE_NOT_APPLICABLE: {
      description: 'A start date was given where there is none.'
    },
    START_DATE_BEFORE_BIRTH: {
      description: 'The start date is before the patient’s birth.'
    },
    REQUIRES_DETAILED_CODED: {
      description: 'DOCUMENT needs DETAILED_CODED in the same place.'
    },
    REASON_REQUIRED: { description: 'A reason has to be given.' },
    REASON_TOO_LONG: { description: 'The reason is too long.' },
    REASON_NOT_PRINTABLE: {
      description: 'The reason has control characters.'
    },
    REVIEW_CONFIRMATION_REQUIRED: {
      description: 'Entries already recorded would rise; confirm the review.'
    },
    CONFLICT: { description: 'The configuration has changed meanwhile.' },
    PATIENT_DECEASED: { description: 'The patient has died.' },
    PATIENT_INACTIVE: { description: 'The patient is not registered now.' }
  }
})

@InputType({ description: 'One switch, on or off.' })
export class SetRecordAccessInput {
  @Field(() => RecordAccessSwitchEnum, { description: 'Which switch.' })
  readonly level!: RecordAccessSwitch

  @Field(() => Boolean, { description: 'On or off.' })
  readonly enabled!: boolean

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'From when: optional for FULL_RECORD (none: the whole record), ' +
      'mandatory for PROSPECTIVE, not allowed otherwise.'
  })
  readonly startDate?: string | null

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'That entries which become visible as documents or in full were reviewed.'
  })
  readonly reviewConfirmed!: boolean

  @Field(() => String, {
    nullable: true,
    description: 'Why, for the audit; at most 500 characters.'
  })
  readonly reason?: string | null

  @Field(() => Int, {
    description: 'The version that was read; a stale one is a CONFLICT.'
  })
  readonly expectedVersion!: number
}

@InputType({ description: 'One switch of a practice, on or off.' })
export class SetPracticeRecordAccessInput extends SetRecordAccessInput {}

@InputType({ description: 'One switch of a patient, on or off.' })
export class SetPatientRecordAccessInput extends SetRecordAccessInput {}

@InterfaceType({
  description: 'Something the user can put right.',
  resolveType: () => 'RecordAccessUserError'
})
export abstract class UserError {
  @Field(() => String, { description: 'What is wrong, in plain words.' })
  readonly message!: string

  @Field(() => [String], { description: 'Path of the argument concerned.' })
  readonly field!: readonly string[]
}

@ObjectType({
  implements: UserError,
  description: 'Why a change of record access was not made.',
  simpleResolvers: true
})
export class RecordAccessUserError
  extends UserError
  implements RecordAccessError
{
  @Field(() => RecordAccessErrorCodeEnum, { description: 'Which error.' })
  readonly code!: RecordAccessErrorCode

  @Field(() => Int, {
    nullable: true,
    description: 'With CONFLICT: the version in force.'
  })
  readonly currentVersion!: number | null

  @Field(() => Int, {
    nullable: true,
    description: 'With REVIEW_CONFIRMATION_REQUIRED: patients concerned.'
  })
  readonly patientsRising!: number | null

  @Field(() => Int, {
    nullable: true,
    description: 'With REVIEW_CONFIRMATION_REQUIRED: entries concerned.'
  })
  readonly entriesRising!: number | null
}

@ObjectType({
  description: 'What every change of a switch answers.',
  simpleResolvers: true
})
export abstract class RecordAccessPayload {
  @Field(() => [RecordAccessSwitchEnum], {
    description: 'Other switches that went off with this one.'
  })
  readonly alsoDisabled!: readonly RecordAccessSwitch[]

  @Field(() => [RecordAccessSwitchEnum], {
    description:
      'After turning a switch off: others that still show what it did.'
  })
  readonly stillShownBy!: readonly RecordAccessSwitch[]

  @Field(() => [String], {
    description: 'What staff should know of the result, in plain sentences.'
  })
  readonly notices!: readonly string[]

  @Field(() => [RecordAccessUserError], {
    description: 'Everything that is wrong; empty when the change is in force.'
  })
  readonly userErrors!: readonly RecordAccessUserError[]
}

export const toRecordAccessChange = (
  input: SetRecordAccessInput
): RecordAccessChange => ({
  level: input.level,
  enabled: input.enabled,
  startDate: input.startDate ?? null,
  reviewConfirmed: input.reviewConfirmed,
  reason: input.reason ?? null,
  expectedVersion: input.expectedVersion
})
