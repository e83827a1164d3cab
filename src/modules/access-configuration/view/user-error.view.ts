import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { enumOf } from '../../../graphql/types/enum.ts'
import { UserError } from '../../../graphql/types/user-error.ts'
import {
  CONFIGURATION_ERROR_CODES,
  type ConfigurationError,
  type ConfigurationErrorCode
} from '../change/configuration.errors.ts'

export const ConfigurationErrorCodeEnum = enumOf(CONFIGURATION_ERROR_CODES)

registerEnumType(ConfigurationErrorCodeEnum, {
  name: 'ConfigurationErrorCode',
  description: 'Why a change of configuration was not made.',
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
    PATIENT_INACTIVE: { description: 'The patient is not registered now.' },
    NOT_UNDER_16: {
      description: 'The patient is 16 or over and was not declined before.'
    },
    LEVEL_TWICE: { description: 'A level is named more than once.' },
    SOLUTION_NAME_REQUIRED: { description: 'Name or supplier is missing.' },
    SOLUTION_NAME_TAKEN: { description: 'Another Solution has that name.' },
    SOLUTION_TEXT_NOT_ALLOWED: {
      description: 'A text is too long or has control characters.'
    },
    SOLUTION_SERVICES_REQUIRED: { description: 'No service is named.' },
    SOLUTION_CLIENT_TAKEN: {
      description: 'Another Solution has that client id.'
    },
    SOLUTION_UNKNOWN: { description: 'The practice never had that Solution.' }
  }
})

@ObjectType({
  implements: UserError,
  description: 'Why a change of configuration was not made.',
  simpleResolvers: true
})
export class ConfigurationUserError
  extends UserError
  implements ConfigurationError
{
  @Field(() => ConfigurationErrorCodeEnum, { description: 'Which error.' })
  readonly code!: ConfigurationErrorCode

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
