import { importJWK, type JSONWebKeySet, type JWTPayload, SignJWT } from 'jose'
import { type DemoKey, getDemoKey } from './demo-key.ts'
import type { DemoPersona } from './demo-persona.ts'
import type { TrustedIssuer, TrustedIssuerKind } from './trusted-issuer.ts'

const DEMO_ISSUERS: Readonly<Record<TrustedIssuerKind, string>> = {
  staff: 'urn:gp-connect-bff:demo:staff',
  citizen: 'urn:gp-connect-bff:demo:citizen'
}
const DEMO_AUDIENCE = 'gp-connect-bff'
export const DEMO_TOKEN_LIFETIME_SECONDS = 12 * 60 * 60

export interface DemoIssuerOptions {
  readonly dataDirectory: string
  readonly clock: () => Date
  /** Must be false; a production server has no identity of its own making. */
  readonly production: boolean
}

/** Stands in for NHS login and the practice's identity system in the demo. */
export interface DemoIssuer {
  readonly trustedIssuers: readonly TrustedIssuer[]
  /** Public keys only. */
  readonly jwks: JSONWebKeySet
  /** A signed token for the persona; lifetime 12 hours unless given. */
  issue(
    persona: DemoPersona,
    options?: { readonly lifetimeSeconds?: number }
  ): Promise<string>
}

const toPublicKeys = ({ d: _private, ...key }: DemoKey): JSONWebKeySet => ({
  keys: [key]
})

const toTrustedIssuer = (
  kind: TrustedIssuerKind,
  jwks: JSONWebKeySet
): TrustedIssuer => ({
  issuer: DEMO_ISSUERS[kind],
  kind,
  audience: [DEMO_AUDIENCE],
  keys: { from: 'memory', jwks }
})

const toClaims = (persona: DemoPersona): JWTPayload =>
  persona.kind === 'staff'
    ? {
        sub: persona.userId,
        user_id: persona.userId,
        role_profile_id: persona.roleProfileId,
        org_code: persona.odsCode,
        roles: [...persona.roles],
        ...(persona.activityCodes && {
          activity_codes: [...persona.activityCodes]
        })
      }
    : {
        sub: `demo-${persona.key}`,
        nhs_number: persona.nhsNumber,
        identity_proofing_level: persona.identityProofingLevel
      }

/**
 * Reads or makes the key pair in `dataDirectory`. Throws in production and
 * when the stored key cannot be read.
 */
export const createDemoIssuer = async (
  options: DemoIssuerOptions
): Promise<DemoIssuer> => {
  if (options.production) {
    throw new Error('the demo issuer does not exist in production')
  }
  const key = await getDemoKey(options.dataDirectory)
  const signingKey = await importJWK(key, key.alg)
  const jwks = toPublicKeys(key)
  return {
    jwks,
    trustedIssuers: [
      toTrustedIssuer('staff', jwks),
      toTrustedIssuer('citizen', jwks)
    ],
    issue(persona, { lifetimeSeconds = DEMO_TOKEN_LIFETIME_SECONDS } = {}) {
      const issuedAt = Math.floor(options.clock().getTime() / 1000)
      return new SignJWT(toClaims(persona))
        .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'JWT' })
        .setIssuer(DEMO_ISSUERS[persona.kind])
        .setAudience(DEMO_AUDIENCE)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifetimeSeconds)
        .sign(signingKey)
    }
  }
}
