import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTPayload,
  SignJWT
} from 'jose'

export const NOW = new Date('2026-03-01T12:00:00Z')
export const NOW_SECONDS = NOW.getTime() / 1000

export const STAFF_ISSUER = 'https://staff.example'
export const CITIZEN_ISSUER = 'https://auth.example'
export const AUDIENCE = 'gp-app'

export interface SigningKey {
  readonly alg: string
  readonly kid: string
  readonly privateKey: CryptoKey
  readonly publicJwk: JWK
}

export const makeSigningKey = async (
  alg: string,
  kid: string
): Promise<SigningKey> => {
  const { privateKey, publicKey } = await generateKeyPair(alg)
  const publicJwk = { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' }
  return { alg, kid, privateKey, publicJwk }
}

export const staffClaims: JWTPayload = {
  iss: STAFF_ISSUER,
  aud: AUDIENCE,
  exp: NOW_SECONDS + 600,
  sub: '656005750108',
  user_id: '656005750108',
  role_profile_id: '555254240100',
  org_code: 'A81001',
  roles: ['RECEPTIONIST', 'HELICOPTER_PILOT'],
  activity_codes: ['B0560', 'B9999']
}

export const citizenClaims: JWTPayload = {
  iss: CITIZEN_ISSUER,
  aud: AUDIENCE,
  exp: NOW_SECONDS + 600,
  sub: '49f470a1-cc52-49b7-beba-0f9cec937c46',
  nhs_number: '9991230017',
  identity_proofing_level: 'P9'
}

/** An Authorization header; `header` replaces parts of the token's own. */
export const signed = async (
  key: SigningKey,
  claims: JWTPayload,
  header: { readonly kid?: string | undefined } = {}
): Promise<string> => {
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'JWT', ...header })
    .sign(key.privateKey)
  return `Bearer ${token}`
}

const encode = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url')

export const unsigned = (header: object, claims: unknown): string =>
  `${encode(header)}.${encode(claims)}`
