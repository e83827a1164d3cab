import type { NhsNumber } from '../vocabulary/nhs-number.ts'
import { ALLOWED, denied, type Decision } from './decision.ts'
import { canAskForPatient } from './online-access.ts'
import type { Viewer } from './viewer.ts'

/**
 * Ruling R24, first step of a patient-facing API: a token whose identity is
 * proven, whoever it is that is asked for.
 */
export const hasUsableIdentity = (viewer: Viewer): Decision =>
  viewer.kind === 'patient'
    ? canAskForPatient(viewer, viewer.nhsNumber)
    : viewer.kind === 'anonymous'
      ? denied('AUTHENTICATION_REQUIRED')
      : ALLOWED

/**
 * Ruling R24, third step: the token covers that number. Staff's tokens cover
 * no patient here: they have an interface of their own.
 */
export const canAskAsCitizen = (
  viewer: Viewer,
  nhsNumber: NhsNumber
): Decision =>
  viewer.kind === 'practice-staff'
    ? denied('NOT_COVERED_BY_TOKEN')
    : canAskForPatient(viewer, nhsNumber)
