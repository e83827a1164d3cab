import type { OdsCode } from '../vocabulary/ods-code.ts'
import { ageOn, type LocalDate } from '../vocabulary/partial-date.ts'
import type { NhsNumber } from '../vocabulary/nhs-number.ts'
import { ALLOWED, denied, firstDenial, type Decision } from './decision.ts'
import type { MasterState } from './record-access-switches.ts'
import type { StaffPermission, Viewer } from './viewer.ts'

/** Staff's assessment of an under 16 (Ruling R10). */
export const COMPETENCE_STATES = [
  'NOT_ASSESSED',
  'COMPETENT',
  'NOT_COMPETENT'
] as const

/** Ruling R10: `NOT_COMPETENT` blocks after 16 too, until it is reviewed. */
export type Competence = (typeof COMPETENCE_STATES)[number]

/** What decides whether a person may use online services at all. */
export interface PatientStanding {
  readonly nhsNumber: NhsNumber
  readonly odsCode: OdsCode
  readonly active: boolean
  readonly deceased: boolean
  /** S-flagged: to citizens the record does not exist. */
  readonly sensitive: boolean
  readonly birthDate: LocalDate
  readonly masterState: MasterState
  readonly competence: Competence
}

const ADULT_AGE = 16

/**
 * Ruling R10: competence is assessed of under 16s; what was declined before
 * may be reviewed at any age.
 */
export const canBeAssessed = (
  { birthDate, competence }: PatientStanding,
  today: LocalDate
): boolean =>
  ageOn(birthDate, today) < ADULT_AGE || competence === 'NOT_COMPETENT'

/** Any of these lets staff open a patient's file at all (Ruling R23). */
const PATIENT_PERMISSIONS: readonly StaffPermission[] = [
  'VIEW_CONFIGURATION',
  'CONFIGURE_PATIENT',
  'MANAGE_ACCOUNTS',
  'REVIEW_RECORD',
  'ENTER_RECORD',
  'VIEW_RECORD',
  'PROCESS_REQUESTS'
]

/**
 * Ruling R24, before any look-up: who asks must be covered by their token.
 * Citizens need P9 for record data; staff some permission that concerns
 * patients, and are checked against the practice once it is known.
 */
export const canAskForPatient = (
  viewer: Viewer,
  nhsNumber: NhsNumber
): Decision => {
  if (viewer.kind === 'anonymous') return denied('AUTHENTICATION_REQUIRED')
  if (viewer.kind === 'practice-staff') {
    const { permissions } = viewer
    return PATIENT_PERMISSIONS.some((needed) => permissions.has(needed))
      ? ALLOWED
      : denied('PERMISSION_MISSING')
  }
  if (viewer.identityProofingLevel !== 'P9') {
    return denied('IDENTITY_PROOFING_TOO_LOW')
  }
  return viewer.nhsNumber === nhsNumber
    ? ALLOWED
    : denied('NOT_COVERED_BY_TOKEN')
}

/**
 * Ruling R24: citizens find neither sensitive nor inactive nor deceased
 * patients. Staff find all of their own practice (Ruling R23), no other.
 */
export const canFindPatient = (
  viewer: Viewer,
  patient: PatientStanding
): Decision => {
  if (viewer.kind === 'practice-staff') {
    return viewer.odsCode === patient.odsCode
      ? ALLOWED
      : denied('OTHER_PRACTICE')
  }
  return isFoundByCitizens(patient)
}

const isFoundByCitizens = (patient: PatientStanding): Decision =>
  firstDenial([
    patient.sensitive ? denied('PATIENT_SENSITIVE') : ALLOWED,
    patient.deceased ? denied('PATIENT_DECEASED') : ALLOWED,
    patient.active ? ALLOWED : denied('PATIENT_INACTIVE')
  ])

const masterDecision = (state: MasterState): Decision => {
  if (state === 'ENABLED') return ALLOWED
  return denied(
    state === 'NEVER_ENABLED'
      ? 'ONLINE_ACCESS_NEVER_ENABLED'
      : 'ONLINE_ACCESS_DISABLED'
  )
}

/** Ruling R10: evaluated at the call, so a birthday takes effect by itself. */
const competenceDecision = (
  patient: PatientStanding,
  today: LocalDate
): Decision => {
  if (patient.competence === 'NOT_COMPETENT') {
    return denied('COMPETENCE_DECLINED')
  }
  const adult = ageOn(patient.birthDate, today) >= ADULT_AGE
  return adult || patient.competence === 'COMPETENT'
    ? ALLOWED
    : denied('COMPETENCE_NOT_ASSESSED')
}

/** Rulings R6 and R10: whether the patient's own calls are answered. */
export const canUseOnlineServices = (
  patient: PatientStanding,
  today: LocalDate
): Decision =>
  firstDenial([
    masterDecision(patient.masterState),
    competenceDecision(patient, today)
  ])

/** Whether the patient, calling now, would be shown a record (Ruling R23). */
export const wouldBeAnswered = (
  patient: PatientStanding,
  today: LocalDate
): Decision =>
  firstDenial([
    isFoundByCitizens(patient),
    canUseOnlineServices(patient, today)
  ])
