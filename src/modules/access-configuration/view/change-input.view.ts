import { ArgsType, Field, InputType, Int } from 'type-graphql'
import {
  LocalDateScalar,
  NhsNumberScalar,
  OdsCodeScalar
} from '../../../graphql/types/scalars.ts'
import type { RecordAccessSwitch } from '../../../vocabulary/access-level.ts'
import type { NhsNumber } from '../../../vocabulary/nhs-number.ts'
import type { OdsCode } from '../../../vocabulary/ods-code.ts'
import type { ChangeRequest } from '../change/configuration-change.ts'
import type { RecordAccessChange } from '../change/switch-setting.ts'
import { RecordAccessSwitchEnum } from './enums.view.ts'

@ArgsType()
abstract class ChangeArgs {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only say what would change, and store nothing.'
  })
  readonly dryRun!: boolean
}

@ArgsType()
export class PatientChangeArgs extends ChangeArgs {
  @Field(() => NhsNumberScalar, { description: 'Which patient.' })
  readonly nhsNumber!: NhsNumber
}

@ArgsType()
export class PracticeChangeArgs extends ChangeArgs {
  @Field(() => OdsCodeScalar, { description: 'Which practice.' })
  readonly odsCode!: OdsCode
}

@InputType({ description: 'What every change of configuration is sent with.' })
export abstract class ChangeInput {
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

@InputType({ description: 'Something on or off.' })
export abstract class SwitchInput extends ChangeInput {
  @Field(() => Boolean, { description: 'On or off.' })
  readonly enabled!: boolean
}

@InputType({ description: 'One switch, on or off.' })
export abstract class SetRecordAccessInput extends SwitchInput {
  @Field(() => RecordAccessSwitchEnum, { description: 'Which switch.' })
  readonly level!: RecordAccessSwitch

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
}

@InputType({ description: 'One switch of a practice, on or off.' })
export class SetPracticeRecordAccessInput extends SetRecordAccessInput {}

@InputType({ description: 'One switch of a patient, on or off.' })
export class SetPatientRecordAccessInput extends SetRecordAccessInput {}

@InputType({ description: 'Prescription ordering, on or off.' })
export class SetPrescriptionOrderingInput extends SwitchInput {}

/** What every change has in common, as the services take it. */
export const toChangeRequest = (
  { reason, expectedVersion }: ChangeInput,
  dryRun: boolean
): ChangeRequest => ({ reason: reason ?? null, expectedVersion, dryRun })

export const toSwitchRequest = (
  input: SwitchInput,
  dryRun: boolean
): ChangeRequest & { enabled: boolean } => ({
  ...toChangeRequest(input, dryRun),
  enabled: input.enabled
})

export const toRecordAccessChange = (
  input: SetRecordAccessInput,
  dryRun: boolean
): RecordAccessChange => ({
  ...toSwitchRequest(input, dryRun),
  level: input.level,
  startDate: input.startDate ?? null,
  reviewConfirmed: input.reviewConfirmed
})
