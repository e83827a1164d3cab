/** Why the policy says no. Staff and audit see it; citizens only its kind. */
export const DENIAL_REASONS = [
  'AUTHENTICATION_REQUIRED',
  'IDENTITY_PROOFING_TOO_LOW',
  'NOT_COVERED_BY_TOKEN',
  'CITIZEN_ACCESS_CLOSED',
  'PERMISSION_MISSING',
  'OTHER_PRACTICE',
  'PATIENT_UNKNOWN',
  'PATIENT_SENSITIVE',
  'PATIENT_INACTIVE',
  'PATIENT_DECEASED',
  'ONLINE_ACCESS_NEVER_ENABLED',
  'ONLINE_ACCESS_DISABLED',
  'COMPETENCE_NOT_ASSESSED',
  'COMPETENCE_DECLINED',
  'LEVEL_TOO_LOW',
  'BEFORE_START_DATE',
  'DRAFT',
  'DIARY',
  'UNFILED',
  'UNREVIEWED',
  'ENTERED_IN_ERROR',
  'RESTRICTED',
  'STAFF_CONFIDENTIAL'
] as const

/** For staff and audit: a citizen is told no more than Ruling R24 lets out. */
export type DenialReason = (typeof DENIAL_REASONS)[number]

/** A value, never thrown: whoever asks has to look at it to go on. */
export type Decision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: DenialReason }

/** The one permission there is: it carries no data that could differ. */
export const ALLOWED: Decision = { allowed: true }

/** A denial always has its reason, so that audit and staff can see it. */
export const denied = (reason: DenialReason): Decision => ({
  allowed: false,
  reason
})

/** The first denial of several decisions, in the order they are given. */
export const firstDenial = (decisions: readonly Decision[]): Decision =>
  decisions.find((decision) => !decision.allowed) ?? ALLOWED
