import { GraphQLError } from 'graphql'
import type { DenialReason } from '../../policy/decision.ts'
import type { RecordAccessLevel } from '../../vocabulary/access-level.ts'

/** Top-level codes a denial can have (architecture, error taxonomy). */
export type DenialCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND'

/**
 * What a caller is told of a denial. Whatever must not be known to exist is
 * `NOT_FOUND`, always with the same words (Rulings R6, R15, R24).
 */
const DENIAL_CODES = {
  AUTHENTICATION_REQUIRED: 'UNAUTHENTICATED',
  IDENTITY_PROOFING_TOO_LOW: 'UNAUTHENTICATED',
  NOT_COVERED_BY_TOKEN: 'NOT_FOUND',
  CITIZEN_ACCESS_CLOSED: 'FORBIDDEN',
  PERMISSION_MISSING: 'FORBIDDEN',
  OTHER_PRACTICE: 'NOT_FOUND',
  PATIENT_UNKNOWN: 'NOT_FOUND',
  PATIENT_SENSITIVE: 'NOT_FOUND',
  PATIENT_INACTIVE: 'NOT_FOUND',
  PATIENT_DECEASED: 'NOT_FOUND',
  ONLINE_ACCESS_NEVER_ENABLED: 'NOT_FOUND',
  ONLINE_ACCESS_DISABLED: 'FORBIDDEN',
  COMPETENCE_NOT_ASSESSED: 'FORBIDDEN',
  COMPETENCE_DECLINED: 'FORBIDDEN',
  LEVEL_TOO_LOW: 'FORBIDDEN',
  BEFORE_START_DATE: 'NOT_FOUND',
  DRAFT: 'NOT_FOUND',
  DIARY: 'NOT_FOUND',
  UNFILED: 'NOT_FOUND',
  UNREVIEWED: 'NOT_FOUND',
  ENTERED_IN_ERROR: 'NOT_FOUND',
  RESTRICTED: 'NOT_FOUND',
  STAFF_CONFIDENTIAL: 'NOT_FOUND'
} as const satisfies Record<DenialReason, DenialCode>

const MESSAGES = {
  UNAUTHENTICATED: 'A valid token is required',
  FORBIDDEN: 'This is not allowed',
  NOT_FOUND: 'Not found'
} as const satisfies Record<DenialCode, string>

/** Reasons that the caller may be told, since they concern the caller. */
const TOLD: readonly DenialReason[] = [
  'AUTHENTICATION_REQUIRED',
  'IDENTITY_PROOFING_TOO_LOW',
  'CITIZEN_ACCESS_CLOSED',
  'PERMISSION_MISSING',
  'LEVEL_TOO_LOW'
]

/** Beside the errors, since nothing of an error's own is kept from callers. */
const REASONS = new WeakMap<GraphQLError, DenialReason>()

const because = (error: GraphQLError, reason: DenialReason): GraphQLError => {
  REASONS.set(error, reason)
  return error
}

/** Why, for the audit alone; undefined when the error is no denial. */
export const reasonOfDenial = (error: unknown): DenialReason | undefined =>
  error instanceof GraphQLError ? REASONS.get(error) : undefined

/** A denial as GraphQL answers it; `requiredLevel` by Ruling R19. */
export const denialError = (
  reason: DenialReason,
  requiredLevel?: RecordAccessLevel
): GraphQLError => {
  const code = DENIAL_CODES[reason]
  const error = new GraphQLError(MESSAGES[code], {
    extensions: {
      code,
      ...(TOLD.includes(reason) ? { reason } : {}),
      ...(requiredLevel ? { requiredLevel } : {}),
      ...(code === 'UNAUTHENTICATED' ? { http: { status: 401 } } : {})
    }
  })
  return because(error, reason)
}

/** For staff of the own practice, who may know why a citizen is refused. */
export const explainedDenial = (reason: DenialReason): GraphQLError =>
  because(
    new GraphQLError('The citizen would be refused', {
      extensions: { code: 'FORBIDDEN', reason }
    }),
    reason
  )
