import { z } from 'zod'
import {
  knownRoles,
  knownActivities,
  permissionsOfStaff
} from '../../policy/staff-roles.ts'
import { IDENTITY_PROOFING_LEVELS, type Viewer } from '../../policy/viewer.ts'
import { parseNhsNumber } from '../../vocabulary/nhs-number.ts'
import { parseOdsCode } from '../../vocabulary/ods-code.ts'
import type { Result } from '../../vocabulary/result.ts'
import type { TrustedIssuerKind } from './trusted-issuer.ts'

const fromResult =
  <Value, Failure extends string>(
    parse: (text: string) => Result<Value, Failure>
  ) =>
  (text: string, context: z.RefinementCtx): Value => {
    const parsed = parse(text)
    if (parsed.ok) return parsed.value
    context.addIssue({ code: 'custom', message: parsed.error })
    return z.NEVER
  }

const identifier = z.string().trim().min(1).max(255)
const nhsNumber = z.string().transform(fromResult(parseNhsNumber))
const odsCode = z.string().transform(fromResult(parseOdsCode))

const names = z.array(z.string())

/** Only what roles and activities permit; a token names no permission itself. */
const staffClaims = z
  .object({
    sub: identifier,
    org_code: odsCode,
    role_profile_id: identifier,
    user_id: identifier,
    roles: names.transform(knownRoles),
    activity_codes: names.default([])
  })
  .transform((claims): Viewer => ({
    kind: 'practice-staff',
    userId: claims.user_id,
    roleProfileId: claims.role_profile_id,
    odsCode: claims.org_code,
    roles: claims.roles,
    activityCodes: knownActivities(claims.activity_codes),
    permissions: permissionsOfStaff(claims.roles, claims.activity_codes)
  }))

/** A subject that is an NHS number itself may not contradict the claim. */
const subjectAgrees = (claims: { sub: string; nhs_number: string }): boolean =>
  !parseNhsNumber(claims.sub).ok || claims.sub === claims.nhs_number

const citizenClaims = z
  .object({
    sub: identifier,
    nhs_number: nhsNumber,
    identity_proofing_level: z.enum(IDENTITY_PROOFING_LEVELS)
  })
  .refine(subjectAgrees)
  .transform((claims): Viewer => ({
    kind: 'patient',
    nhsNumber: claims.nhs_number,
    identityProofingLevel: claims.identity_proofing_level
  }))

const CLAIMS: Readonly<Record<TrustedIssuerKind, z.ZodType<Viewer>>> = {
  staff: staffClaims,
  citizen: citizenClaims
}

/** The viewer that verified claims stand for; undefined when they are wrong. */
export const findViewerInClaims = (
  kind: TrustedIssuerKind,
  claims: unknown
): Viewer | undefined => CLAIMS[kind].safeParse(claims).data
