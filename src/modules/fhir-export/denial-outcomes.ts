import type { DenialReason } from '../../policy/decision.ts'
import {
  fhirError,
  type FhirError,
  type OutcomeKind
} from './operation-outcome.ts'

/**
 * What a citizen is told of a denial. Whatever must not be known to exist is
 * answered alike, and so is access that was never enabled (Rulings R6, R24).
 */
const OUTCOME_OF_DENIAL = {
  AUTHENTICATION_REQUIRED: 'UNAUTHENTICATED',
  IDENTITY_PROOFING_TOO_LOW: 'UNAUTHENTICATED',
  NOT_COVERED_BY_TOKEN: 'ACCESS_DENIED',
  CITIZEN_ACCESS_CLOSED: 'ACCESS_DENIED',
  PERMISSION_MISSING: 'ACCESS_DENIED',
  OTHER_PRACTICE: 'PATIENT_NOT_FOUND',
  PATIENT_UNKNOWN: 'PATIENT_NOT_FOUND',
  PATIENT_SENSITIVE: 'PATIENT_NOT_FOUND',
  PATIENT_INACTIVE: 'PATIENT_NOT_FOUND',
  PATIENT_DECEASED: 'PATIENT_NOT_FOUND',
  ONLINE_ACCESS_NEVER_ENABLED: 'PATIENT_NOT_FOUND',
  ONLINE_ACCESS_DISABLED: 'ACCESS_DENIED',
  COMPETENCE_NOT_ASSESSED: 'ACCESS_DENIED',
  COMPETENCE_DECLINED: 'ACCESS_DENIED',
  LEVEL_TOO_LOW: 'ACCESS_DENIED',
  BEFORE_START_DATE: 'NO_RECORD_FOUND',
  DRAFT: 'NO_RECORD_FOUND',
  DIARY: 'NO_RECORD_FOUND',
  UNFILED: 'NO_RECORD_FOUND',
  UNREVIEWED: 'NO_RECORD_FOUND',
  ENTERED_IN_ERROR: 'NO_RECORD_FOUND',
  RESTRICTED: 'NO_RECORD_FOUND',
  STAFF_CONFIDENTIAL: 'NO_RECORD_FOUND'
} as const satisfies Record<DenialReason, OutcomeKind>

/** The same answer for every reason of one kind: the reason is not in it. */
export const denialError = (reason: DenialReason): FhirError =>
  fhirError({ kind: OUTCOME_OF_DENIAL[reason] })
