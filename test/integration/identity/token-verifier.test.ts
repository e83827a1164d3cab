import { createHmac } from 'node:crypto'
import { beforeAll, describe, expect, it } from '@jest/globals'
import type { JWTPayload } from 'jose'
import { STAFF_PERMISSIONS } from '../../../src/policy/viewer.ts'
import {
  createTokenVerifier,
  type TokenVerifier
} from '../../../src/modules/identity/token-verifier.ts'
import {
  AUDIENCE,
  CITIZEN_ISSUER,
  citizenClaims,
  makeSigningKey,
  NOW,
  NOW_SECONDS,
  signed,
  type SigningKey,
  STAFF_ISSUER,
  staffClaims,
  unsigned
} from './signing.ts'

let staffKey: SigningKey
let citizenKey: SigningKey
let verifier: TokenVerifier

beforeAll(async () => {
  staffKey = await makeSigningKey('RS256', 'staff-1')
  citizenKey = await makeSigningKey('RS512', 'citizen-1')
  verifier = createTokenVerifier({
    clock: () => NOW,
    issuers: [
      {
        issuer: STAFF_ISSUER,
        kind: 'staff',
        audience: ['another', AUDIENCE],
        keys: { from: 'memory', jwks: { keys: [staffKey.publicJwk] } }
      },
      {
        issuer: CITIZEN_ISSUER,
        kind: 'citizen',
        audience: [AUDIENCE],
        keys: { from: 'memory', jwks: { keys: [citizenKey.publicJwk] } }
      }
    ]
  })
})

const viewerOf = async (header: string | undefined): Promise<unknown> => {
  const verified = await verifier.verify(header)
  return verified.ok ? verified.value : verified.error.reason
}

const asStaff = async (claims: JWTPayload): Promise<unknown> =>
  viewerOf(await signed(staffKey, { ...staffClaims, ...claims }))

const asCitizen = async (claims: JWTPayload): Promise<unknown> =>
  viewerOf(await signed(citizenKey, { ...citizenClaims, ...claims }))

describe('a call', () => {
  it('without a token is anonymous', async () => {
    expect(await viewerOf(undefined)).toEqual({ kind: 'anonymous' })
  })

  it('with a staff token acts for one practice in one role', async () => {
    expect(await asStaff({})).toEqual({
      kind: 'practice-staff',
      userId: '656005750108',
      roleProfileId: '555254240100',
      odsCode: 'A81001',
      roles: ['RECEPTIONIST'],
      activityCodes: ['B0560'],
      permissions: new Set([
        'VIEW_CONFIGURATION',
        'CONFIGURE_PATIENT',
        'MANAGE_ACCOUNTS',
        'VIEW_RECORD'
      ])
    })
  })

  it.each([
    { roles: [] },
    { roles: [], permissions: [...STAFF_PERMISSIONS] },
    { roles: ['gp', 'GP ', '', 'VIEW_RECORD', '__proto__', 'constructor'] },
    { activity_codes: ['B0370', 'b0360', 'B0083', '', 'GP', '__proto__'] }
  ])('with %j alone may do nothing', async (claims) => {
    const asked = { roles: [], activity_codes: undefined, ...claims }
    expect(await asStaff(asked)).toMatchObject({
      kind: 'practice-staff',
      roles: [],
      permissions: new Set()
    })
  })

  it('may come without activities, and name a role twice', async () => {
    const claims = { roles: ['NURSE', 'NURSE'], activity_codes: undefined }
    expect(await asStaff(claims)).toMatchObject({ roles: ['NURSE'] })
  })

  it.each(['P0', 'P5', 'P9'])(
    'with a citizen token acts for that citizen, proven to %s',
    async (identity_proofing_level) => {
      expect(await asCitizen({ identity_proofing_level })).toEqual({
        kind: 'patient',
        nhsNumber: '9991230017',
        identityProofingLevel: identity_proofing_level
      })
    }
  )

  it('may write the scheme in any case and name several audiences', async () => {
    const claims = { ...citizenClaims, aud: ['elsewhere', AUDIENCE] }
    const header = await signed(citizenKey, claims)
    expect(await viewerOf(header.replace('Bearer', 'bearer'))).toMatchObject({
      kind: 'patient'
    })
  })
})

describe('a forged token is refused', () => {
  it.each(['none', 'None', 'HS512'])('with algorithm %s', async (alg) => {
    const header = `Bearer ${unsigned({ alg }, staffClaims)}.`
    expect(await viewerOf(header)).toBe('TOKEN_ALGORITHM_REFUSED')
  })

  it('when the public key is used as a shared secret', async () => {
    const body = unsigned({ alg: 'HS256', kid: staffKey.kid }, staffClaims)
    const signature = createHmac('sha256', JSON.stringify(staffKey.publicJwk))
      .update(body)
      .digest('base64url')
    expect(await viewerOf(`Bearer ${body}.${signature}`)).toBe(
      'TOKEN_ALGORITHM_REFUSED'
    )
  })

  it('when its claims were changed after signing', async () => {
    const header = await signed(citizenKey, citizenClaims)
    const body = unsigned(
      { alg: 'RS512', kid: citizenKey.kid, typ: 'JWT' },
      { ...citizenClaims, nhs_number: '9991230025' }
    )
    const signature = header.slice(header.lastIndexOf('.'))
    expect(await viewerOf(`Bearer ${body}${signature}`)).toBe(
      'TOKEN_SIGNATURE_INVALID'
    )
  })

  it('when it names a key that its issuer does not have', async () => {
    const header = await signed(staffKey, staffClaims, { kid: 'staff-2' })
    expect(await viewerOf(header)).toBe('TOKEN_SIGNATURE_INVALID')
  })

  it('when the other trusted issuer signed it', async () => {
    const ownKid = await signed(citizenKey, staffClaims)
    const itsKid = await signed(citizenKey, staffClaims, { kid: staffKey.kid })
    expect(await viewerOf(ownKid)).toBe('TOKEN_SIGNATURE_INVALID')
    expect(await viewerOf(itsKid)).toBe('TOKEN_SIGNATURE_INVALID')
  })

  it('when it carries its own key', async () => {
    const attacker = await makeSigningKey('RS256', 'staff-1')
    const header = await signed(attacker, staffClaims)
    expect(await viewerOf(header)).toBe('TOKEN_SIGNATURE_INVALID')
  })
})

describe('a token is refused', () => {
  it.each([
    '',
    'Bearer',
    'Bearer x',
    'Bearer a.b.c',
    'Bearer a.b.c.d.e',
    'Basic dXNlcjpwYXNz',
    `Bearer ${unsigned({ alg: 'RS256' }, 'text')}.AAAA`
  ])('when it is none: %j', async (header) => {
    expect(await viewerOf(header)).toBe('TOKEN_MALFORMED')
  })

  it.each(['https://other.example', '', '__proto__', undefined])(
    'from the issuer %j',
    async (iss) => {
      expect(await asStaff({ iss })).toBe('TOKEN_ISSUER_UNKNOWN')
    }
  )

  it.each(['other-app', ['other-app'], undefined])(
    'for the audience %j',
    async (aud) => {
      expect(await asStaff({ aud })).toBe('TOKEN_AUDIENCE_WRONG')
    }
  )

  it('once it has expired by the clock of the server', async () => {
    expect(await asStaff({ exp: NOW_SECONDS - 60 })).toBe('TOKEN_EXPIRED')
    expect(await asStaff({ exp: NOW_SECONDS - 1 })).toMatchObject({
      kind: 'practice-staff'
    })
  })

  it('before it becomes valid', async () => {
    expect(await asStaff({ nbf: NOW_SECONDS + 60 })).toBe('TOKEN_NOT_YET_VALID')
  })

  it('when it never expires', async () => {
    expect(await asStaff({ exp: undefined })).toBe('TOKEN_CLAIMS_INVALID')
  })
})

describe('claims are refused', () => {
  it.each([
    { sub: undefined },
    { org_code: undefined },
    { org_code: 'no code' },
    { role_profile_id: '' },
    { user_id: 7 },
    { roles: 'GP' },
    { roles: { GP: true } },
    { roles: ['GP', 7] },
    { roles: [['GP']] },
    { roles: null },
    { roles: undefined },
    { roles: undefined, permissions: [...STAFF_PERMISSIONS] },
    { activity_codes: 'B0360' },
    { activity_codes: [360] },
    { activity_codes: null }
  ])('of staff with %j', async (claims) => {
    expect(await asStaff(claims)).toBe('TOKEN_CLAIMS_INVALID')
  })

  it.each([
    { sub: undefined },
    { sub: '9991230025' },
    { nhs_number: undefined },
    { nhs_number: '9991230018' },
    { nhs_number: '999 123 0017' },
    { nhs_number: 9991230017 },
    { identity_proofing_level: 'P7' },
    { identity_proofing_level: undefined }
  ])('of a citizen with %j', async (claims) => {
    expect(await asCitizen(claims)).toBe('TOKEN_CLAIMS_INVALID')
  })

  it('of staff from the issuer of citizens, and the reverse', async () => {
    const staff = { ...staffClaims, iss: CITIZEN_ISSUER }
    const citizen = { ...citizenClaims, iss: STAFF_ISSUER }
    expect(await viewerOf(await signed(citizenKey, staff))).toBe(
      'TOKEN_CLAIMS_INVALID'
    )
    expect(await viewerOf(await signed(staffKey, citizen))).toBe(
      'TOKEN_CLAIMS_INVALID'
    )
  })
})

it('a refusal says 401 and why, and never what the token said', async () => {
  const header = await signed(citizenKey, { ...citizenClaims, aud: 'other' })
  expect(await verifier.verify(header)).toEqual({
    ok: false,
    error: {
      reason: 'TOKEN_AUDIENCE_WRONG',
      kind: 'UNAUTHENTICATED',
      message: 'The token was issued for another service.'
    }
  })
})

describe.each(['RS256', 'RS512', 'PS256', 'ES256', 'ES384', 'EdDSA'])(
  'an issuer that signs with %s',
  (alg) => {
    it('is understood, also without key ids in a set of two', async () => {
      const keys = [
        await makeSigningKey(alg, 'a'),
        await makeSigningKey(alg, 'b')
      ]
      const jwks = { keys: keys.map(({ publicJwk }) => publicJwk) }
      const { verify } = createTokenVerifier({
        clock: () => NOW,
        issuers: [
          {
            issuer: STAFF_ISSUER,
            kind: 'staff',
            audience: [AUDIENCE],
            keys: { from: 'memory', jwks }
          }
        ]
      })
      for (const key of keys) {
        const header = await signed(key, staffClaims, { kid: undefined })
        expect(await verify(header)).toMatchObject({ ok: true })
      }
      const stranger = await makeSigningKey(alg, 'c')
      const header = await signed(stranger, staffClaims, { kid: undefined })
      expect(await verify(header)).toMatchObject({
        error: { reason: 'TOKEN_SIGNATURE_INVALID' }
      })
    })
  }
)
