import type { Extension, MedicationRequest } from 'fhir/r3.js'
import type { Visible } from '../../../policy/record-access.ts'
import { gpcExtension } from '../../../vocabulary/fhir-system.ts'
import { NO_INFORMATION, noteOf } from '../fhir/annotation.fhir.ts'
import { toCodeableConcept } from '../fhir/concept.fhir.ts'
import { complexExtension, extension } from '../fhir/extension.fhir.ts'
import { clinicalMeta } from '../fhir/meta.fhir.ts'
import { referenceTo } from '../fhir/reference.fhir.ts'
import { toPrescriptionType } from './medication-codes.fhir.ts'
import {
  dispenseRequestOf,
  dosageOf,
  groupOf
} from './medication-supply.fhir.ts'
import { medicationReference } from './medication.fhir.ts'
import type {
  MedicationCourseRow,
  MedicationIssueRow
} from './medication.row.ts'

type Course = Visible<MedicationCourseRow>
type Issue = Visible<MedicationIssueRow>

const typeOf = ({ prescriptionType }: Course): Extension =>
  extension(gpcExtension('PrescriptionType'), {
    valueCodeableConcept: toPrescriptionType(prescriptionType)
  })

/**
 * Digest section 4.4: on plans of repeats and on no other. The number issued
 * is mandatory, so without it nothing is said of repeats at all.
 */
const repeatsOf = (course: Course): Extension[] => {
  const { prescriptionType, repeatsIssued, repeatsAllowed } = course
  const repeats =
    prescriptionType === 'repeat' || prescriptionType === 'repeat-dispensing'
  if (!repeats || repeatsIssued === null) return []
  return [
    complexExtension(gpcExtension('MedicationRepeatInformation'), [
      ...(repeatsAllowed === null
        ? []
        : [
            extension('numberOfRepeatPrescriptionsAllowed', {
              valueUnsignedInt: repeatsAllowed
            })
          ]),
      extension('numberOfRepeatPrescriptionsIssued', {
        valueUnsignedInt: repeatsIssued
      }),
      ...(course.authorisationExpiry === null
        ? []
        : [
            extension('authorisationExpiryDate', {
              valueDateTime: course.authorisationExpiry
            })
          ])
    ])
  ]
}

/** The day it was stopped is mandatory; the course's end says it too. */
const stopOf = (course: Course): Extension[] => {
  const stoppedOn = course.stoppedOn ?? course.effectiveEnd
  if (course.planStatus !== 'stopped' || stoppedOn === null) return []
  const reason = course.stopReason
    ? toCodeableConcept(course.stopReason)
    : { text: NO_INFORMATION }
  return [
    complexExtension(gpcExtension('MedicationStatusReason'), [
      extension('statusReason', { valueCodeableConcept: reason }),
      extension('statusChangeDate', { valueDateTime: stoppedOn })
    ])
  ]
}

/** What a plan and its orders share. */
const requestOf = (supply: Course | Issue, course: Course) => ({
  ...groupOf(supply),
  medicationReference: medicationReference(course),
  subject: referenceTo('Patient', supply.patientId),
  recorder: referenceTo('Practitioner', supply.recorderId),
  dosageInstruction: [dosageOf(supply)],
  dispenseRequest: dispenseRequestOf(supply)
})

/**
 * The one plan of a course: CareConnect-GPC-MedicationRequest-1, intent
 * `plan` (Access Record digest section 4.4). `priorPlanId`: the plan it
 * replaced, when that one is in the Bundle too.
 */
export const toMedicationPlan = (
  course: Course,
  priorPlanId: string | null
): MedicationRequest => ({
  resourceType: 'MedicationRequest',
  id: course.planId,
  meta: clinicalMeta('MedicationRequest', course.hiddenBy),
  extension: [...repeatsOf(course), ...stopOf(course), typeOf(course)],
  identifier: course.planIdentifiers.map(({ system, value }) => ({
    system,
    value
  })),
  status: course.planStatus,
  intent: 'plan',
  authoredOn: course.planAuthoredOn,
  ...requestOf(course, course),
  ...noteOf(course.planNote),
  ...(priorPlanId === null
    ? {}
    : { priorPrescription: referenceTo('MedicationRequest', priorPlanId) })
})

/** An issue made on the plan: the same profile, intent `order`. */
export const toMedicationOrder = (
  issue: Issue,
  course: Course
): MedicationRequest => ({
  resourceType: 'MedicationRequest',
  id: issue.id,
  meta: clinicalMeta('MedicationRequest', issue.hiddenBy),
  extension: [typeOf(course)],
  identifier: issue.identifiers.map(({ system, value }) => ({ system, value })),
  basedOn: [referenceTo('MedicationRequest', course.planId)],
  status: issue.status,
  intent: 'order',
  authoredOn: issue.authoredOn,
  ...requestOf(issue, course),
  ...noteOf(issue.note)
})
