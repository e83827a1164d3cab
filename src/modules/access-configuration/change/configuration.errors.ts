import type { SwitchChangeError } from '../../../policy/configuration-change.ts'
import type { DefaultAccessError } from '../../../policy/default-access.ts'

/** Why a change of configuration was not made. */
export const CONFIGURATION_ERROR_CODES = [
  'NOT_A_PRACTICE_SWITCH',
  'START_DATE_REQUIRED',
  'START_DATE_NOT_APPLICABLE',
  'START_DATE_BEFORE_BIRTH',
  'REQUIRES_DETAILED_CODED',
  'REASON_REQUIRED',
  'REASON_TOO_LONG',
  'REASON_NOT_PRINTABLE',
  'REVIEW_CONFIRMATION_REQUIRED',
  'CONFLICT',
  'PATIENT_DECEASED',
  'PATIENT_INACTIVE',
  'NOT_UNDER_16',
  'LEVEL_TWICE',
  'SOLUTION_NAME_REQUIRED',
  'SOLUTION_NAME_TAKEN',
  'SOLUTION_TEXT_NOT_ALLOWED',
  'SOLUTION_SERVICES_REQUIRED',
  'SOLUTION_CLIENT_TAKEN',
  'SOLUTION_UNKNOWN'
] as const

export type ConfigurationErrorCode = (typeof CONFIGURATION_ERROR_CODES)[number]

/** One thing that is wrong, and where in the arguments. */
export interface ConfigurationError {
  readonly code: ConfigurationErrorCode
  readonly message: string
  readonly field: readonly string[]
  /** With `CONFLICT`: the version in force. */
  readonly currentVersion: number | null
  /** With `REVIEW_CONFIRMATION_REQUIRED`: how many patients and entries. */
  readonly patientsRising: number | null
  readonly entriesRising: number | null
}

interface ErrorText {
  readonly message: string
  readonly field: readonly string[]
}

export const MAX_REASON_LENGTH = 500

const ERROR_TEXTS = {
  NOT_A_PRACTICE_SWITCH: {
    message: 'Prospective access is set for each patient, not for a practice.',
    field: ['input', 'level']
  },
  START_DATE_REQUIRED: {
    message: 'Prospective access needs the date from which it counts.',
    field: ['input', 'startDate']
  },
  START_DATE_NOT_APPLICABLE: {
    message:
      'Only full record and prospective access have a start date, and only ' +
      'when they are turned on.',
    field: ['input', 'startDate']
  },
  START_DATE_BEFORE_BIRTH: {
    message: 'The start date is before the patient was born.',
    field: ['input', 'startDate']
  },
  REQUIRES_DETAILED_CODED: {
    message: 'Documents can be shown only while detailed coded access is on.',
    field: ['input', 'level']
  },
  REASON_REQUIRED: {
    message: 'Say on what the assessment rests.',
    field: ['input', 'reason']
  },
  REASON_TOO_LONG: {
    message: `The reason may have at most ${MAX_REASON_LENGTH} characters.`,
    field: ['input', 'reason']
  },
  REASON_NOT_PRINTABLE: {
    message: 'The reason may not have control characters.',
    field: ['input', 'reason']
  },
  REVIEW_CONFIRMATION_REQUIRED: {
    message:
      'Entries already recorded become visible as documents or in full; ' +
      'confirm that they have been reviewed.',
    field: ['input', 'reviewConfirmed']
  },
  CONFLICT: {
    message: 'The configuration has changed since it was read.',
    field: ['input', 'expectedVersion']
  },
  PATIENT_DECEASED: {
    message: 'The patient has died; access cannot be configured.',
    field: ['nhsNumber']
  },
  PATIENT_INACTIVE: {
    message:
      'The patient is no longer registered; access cannot be configured.',
    field: ['nhsNumber']
  },
  NOT_UNDER_16: {
    message:
      'Competence is assessed of under 16s; of others only what was declined ' +
      'before is reviewed.',
    field: ['input', 'competent']
  },
  LEVEL_TWICE: {
    message: 'Each level may be named once.',
    field: ['input', 'levels']
  },
  SOLUTION_NAME_REQUIRED: {
    message: 'A Solution needs its name and its supplier.',
    field: ['input', 'name']
  },
  SOLUTION_NAME_TAKEN: {
    message: 'Another Solution of this practice has that name.',
    field: ['input', 'name']
  },
  SOLUTION_TEXT_NOT_ALLOWED: {
    message:
      'Name, supplier and client id have at most 200 characters each, and ' +
      'no control characters.',
    field: ['input']
  },
  SOLUTION_SERVICES_REQUIRED: {
    message: 'A Solution provides at least one service.',
    field: ['input', 'services']
  },
  SOLUTION_CLIENT_TAKEN: {
    message: 'Another Solution of this practice has that client id.',
    field: ['input', 'clientId']
  },
  SOLUTION_UNKNOWN: {
    message: 'The practice has never had that Solution.',
    field: ['solutionId']
  }
} as const satisfies Record<
  ConfigurationErrorCode | SwitchChangeError | DefaultAccessError,
  ErrorText
>

export const configurationError = (
  code: ConfigurationErrorCode,
  facts: Partial<
    Pick<
      ConfigurationError,
      'currentVersion' | 'patientsRising' | 'entriesRising'
    >
  > = {}
): ConfigurationError => ({
  code,
  ...ERROR_TEXTS[code],
  currentVersion: null,
  patientsRising: null,
  entriesRising: null,
  ...facts
})
