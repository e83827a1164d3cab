import type { OdsCode } from '../vocabulary/ods-code.ts'
import { ALLOWED, denied, firstDenial, type Decision } from './decision.ts'
import type { PatientStanding } from './online-access.ts'
import { STAFF_OPERATIONS } from './staff-operations.ts'
import type { StaffPermission, Viewer } from './viewer.ts'

const hasPermission = (
  viewer: Viewer,
  permission: StaffPermission
): Decision => {
  if (viewer.kind === 'anonymous') return denied('AUTHENTICATION_REQUIRED')
  return viewer.kind === 'practice-staff' && viewer.permissions.has(permission)
    ? ALLOWED
    : denied('PERMISSION_MISSING')
}

/** Ruling R24: to all others the practice is not there. */
export const worksAtPractice = (viewer: Viewer, odsCode: OdsCode): Decision =>
  viewer.kind === 'practice-staff' && viewer.odsCode === odsCode
    ? ALLOWED
    : denied('OTHER_PRACTICE')

/** Whether staff may do, anywhere, what needs `permission`. */
export const canActAsStaff = (
  viewer: Viewer,
  permission: StaffPermission
): Decision => hasPermission(viewer, permission)

/** Reading asks less than changing does; still only at the own practice. */
export const canViewPracticeConfiguration = (
  viewer: Viewer,
  odsCode: OdsCode
): Decision =>
  firstDenial([
    hasPermission(viewer, STAFF_OPERATIONS['Practice.access']),
    worksAtPractice(viewer, odsCode)
  ])

/** E00171: "is permitted to configure the Practice". */
export const canConfigurePractice = (
  viewer: Viewer,
  odsCode: OdsCode
): Decision =>
  firstDenial([
    hasPermission(viewer, STAFF_OPERATIONS['Mutation.setPracticeRecordAccess']),
    worksAtPractice(viewer, odsCode)
  ])

/** Ruling R9: the deceased and the deregistered are not configured. */
export const canConfigurePatient = (
  viewer: Viewer,
  patient: PatientStanding
): Decision =>
  firstDenial([
    hasPermission(viewer, STAFF_OPERATIONS['Mutation.setPatientRecordAccess']),
    worksAtPractice(viewer, patient.odsCode),
    patient.deceased ? denied('PATIENT_DECEASED') : ALLOWED,
    patient.active ? ALLOWED : denied('PATIENT_INACTIVE')
  ])
