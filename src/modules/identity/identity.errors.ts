const IDENTITY_ERROR_REASONS = [
  'AUTHENTICATION_REQUIRED',
  'TOKEN_MALFORMED',
  'TOKEN_ALGORITHM_REFUSED',
  'TOKEN_ISSUER_UNKNOWN',
  'TOKEN_SIGNATURE_INVALID',
  'TOKEN_AUDIENCE_WRONG',
  'TOKEN_EXPIRED',
  'TOKEN_NOT_YET_VALID',
  'TOKEN_CLAIMS_INVALID',
  'IDENTITY_PROOFING_TOO_LOW',
  'KEYS_UNAVAILABLE'
] as const

export type IdentityErrorReason = (typeof IDENTITY_ERROR_REASONS)[number]

/** UNAUTHENTICATED is answered 401, UNAVAILABLE 503. */
type IdentityErrorKind = 'UNAUTHENTICATED' | 'UNAVAILABLE'

/** Why a call has no usable identity. Never holds the token or its claims. */
export interface IdentityError {
  readonly reason: IdentityErrorReason
  readonly kind: IdentityErrorKind
  readonly message: string
  /** For the server's log only: why the issuer's keys could not be read. */
  readonly cause?: unknown
}

const MESSAGES: Readonly<Record<IdentityErrorReason, string>> = {
  AUTHENTICATION_REQUIRED:
    'This needs a bearer token in the Authorization header.',
  TOKEN_MALFORMED:
    'The Authorization header is not "Bearer" followed by a signed JSON Web Token.',
  TOKEN_ALGORITHM_REFUSED:
    'The token is not signed with an algorithm that is accepted here.',
  TOKEN_ISSUER_UNKNOWN: 'The issuer of the token is not trusted here.',
  TOKEN_SIGNATURE_INVALID:
    'The signature of the token was not made with a key of its issuer.',
  TOKEN_AUDIENCE_WRONG: 'The token was issued for another service.',
  TOKEN_EXPIRED: 'The token has expired.',
  TOKEN_NOT_YET_VALID: 'The token is not valid yet.',
  TOKEN_CLAIMS_INVALID:
    'The token lacks a claim that is needed here, or one of its claims is wrong.',
  IDENTITY_PROOFING_TOO_LOW:
    'The identity behind the token is not proven to the level this needs (P9).',
  KEYS_UNAVAILABLE:
    'The keys of the token issuer cannot be read at the moment. Try again later.'
}

export const identityError = (
  reason: IdentityErrorReason,
  cause?: unknown
): IdentityError => ({
  reason,
  kind: reason === 'KEYS_UNAVAILABLE' ? 'UNAVAILABLE' : 'UNAUTHENTICATED',
  message: MESSAGES[reason],
  ...(cause === undefined ? {} : { cause })
})
