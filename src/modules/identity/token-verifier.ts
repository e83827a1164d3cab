import {
  decodeJwt,
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions
} from 'jose'
import type { Viewer } from '../../policy/viewer.ts'
import { err, ok, type Result } from '../../vocabulary/result.ts'
import { findViewerInClaims } from './claims.ts'
import { identityError, type IdentityError } from './identity.errors.ts'
import { createIssuerKeys, type RemoteKeyOptions } from './issuer-keys.ts'
import { toTokenFailure } from './token-failure.ts'
import type { TrustedIssuer } from './trusted-issuer.ts'

/** Asymmetric only: an HMAC secret could be the issuer's own public key. */
const ALGORITHMS = ['RS256', 'RS512', 'PS256', 'ES256', 'ES384', 'EdDSA']

/** Clocks differ; auth digest section 9 allows up to ten seconds. */
const CLOCK_TOLERANCE_SECONDS = 5

export interface TokenVerifier {
  /** No header is the anonymous viewer; a header that fails is an error. */
  verify(
    authorizationHeader: string | undefined
  ): Promise<Result<Viewer, IdentityError>>
}

export interface TokenVerifierOptions {
  readonly issuers: readonly TrustedIssuer[]
  readonly clock: () => Date
  readonly remoteKeys?: RemoteKeyOptions
}

interface KnownIssuer extends TrustedIssuer {
  readonly getKey: JWTVerifyGetKey
}

const toKnownIssuers = (
  options: TokenVerifierOptions
): ReadonlyMap<string, KnownIssuer> => {
  const known = new Map<string, KnownIssuer>()
  for (const trusted of options.issuers) {
    if (known.has(trusted.issuer)) {
      throw new Error(`issuer ${trusted.issuer} is trusted twice`)
    }
    const getKey = createIssuerKeys(trusted.keys, options.remoteKeys)
    known.set(trusted.issuer, { ...trusted, getKey })
  }
  return known
}

const findBearerToken = (header: string): string | undefined =>
  /^bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(header.trim())?.[1]

/** Nothing read here is believed; it only says which issuer to ask. */
const readUnverified = (
  token: string
): Result<{ issuer: string }, IdentityError> => {
  try {
    const { alg } = decodeProtectedHeader(token)
    if (alg === undefined || !ALGORITHMS.includes(alg)) {
      return err(identityError('TOKEN_ALGORITHM_REFUSED'))
    }
    return ok({ issuer: decodeJwt(token).iss ?? '' })
  } catch {
    return err(identityError('TOKEN_MALFORMED'))
  }
}

/** A token without a key id may match several keys of the set: try each. */
const verifyWithAnyOf = async (
  keys: errors.JWKSMultipleMatchingKeys,
  token: string,
  options: JWTVerifyOptions
): Promise<JWTPayload> => {
  for await (const key of keys) {
    try {
      return (await jwtVerify(token, key, options)).payload
    } catch (error) {
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error
    }
  }
  throw new errors.JWSSignatureVerificationFailed()
}

const verifySignedClaims = async (
  token: string,
  issuer: KnownIssuer,
  now: Date
): Promise<JWTPayload> => {
  const options = {
    issuer: issuer.issuer,
    audience: [...issuer.audience],
    algorithms: ALGORITHMS,
    currentDate: now,
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    requiredClaims: ['exp']
  }
  try {
    return (await jwtVerify(token, issuer.getKey, options)).payload
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error
    return verifyWithAnyOf(error, token, options)
  }
}

/** Bearer tokens of the trusted issuers, turned into a `Viewer`. */
export const createTokenVerifier = (
  options: TokenVerifierOptions
): TokenVerifier => {
  const issuers = toKnownIssuers(options)

  const verifyToken = async (
    token: string
  ): Promise<Result<Viewer, IdentityError>> => {
    const unverified = readUnverified(token)
    if (!unverified.ok) return unverified
    const issuer = issuers.get(unverified.value.issuer)
    if (!issuer) return err(identityError('TOKEN_ISSUER_UNKNOWN'))
    try {
      const claims = await verifySignedClaims(token, issuer, options.clock())
      const viewer = findViewerInClaims(issuer.kind, claims)
      return viewer ? ok(viewer) : err(identityError('TOKEN_CLAIMS_INVALID'))
    } catch (error) {
      return err(toTokenFailure(error))
    }
  }

  return {
    async verify(authorizationHeader) {
      if (authorizationHeader === undefined) return ok({ kind: 'anonymous' })
      const token = findBearerToken(authorizationHeader)
      return token ? verifyToken(token) : err(identityError('TOKEN_MALFORMED'))
    }
  }
}
