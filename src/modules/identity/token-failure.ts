import { errors } from 'jose'
import { identityError, type IdentityError } from './identity.errors.ts'
import { KeysUnavailable } from './issuer-keys.ts'

const toClaimFailure = (
  error: errors.JWTClaimValidationFailed
): IdentityError => {
  if (error.claim === 'aud') return identityError('TOKEN_AUDIENCE_WRONG')
  return error.claim === 'nbf' && error.reason === 'check_failed'
    ? identityError('TOKEN_NOT_YET_VALID')
    : identityError('TOKEN_CLAIMS_INVALID')
}

/** What jose refused a token for; anything that is not a refusal is a bug. */
export const toTokenFailure = (error: unknown): IdentityError => {
  if (error instanceof KeysUnavailable) {
    return identityError('KEYS_UNAVAILABLE', error.cause)
  }
  if (error instanceof errors.JWTExpired) return identityError('TOKEN_EXPIRED')
  if (error instanceof errors.JWTClaimValidationFailed) {
    return toClaimFailure(error)
  }
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return identityError('TOKEN_ALGORITHM_REFUSED')
  }
  if (
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWKSNoMatchingKey
  ) {
    return identityError('TOKEN_SIGNATURE_INVALID')
  }
  if (error instanceof errors.JOSEError) return identityError('TOKEN_MALFORMED')
  throw error
}
