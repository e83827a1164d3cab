import type { Extension, MedicationStatement } from 'fhir/r3.js'
import type { Visible } from '../../../policy/record-access.ts'
import { gpcExtension } from '../../../vocabulary/fhir-system.ts'
import { noteOf } from '../fhir/annotation.fhir.ts'
import { extension } from '../fhir/extension.fhir.ts'
import { clinicalMeta } from '../fhir/meta.fhir.ts'
import { referenceTo } from '../fhir/reference.fhir.ts'
import { toPrescribingAgency } from './medication-codes.fhir.ts'
import { dosageOf } from './medication-supply.fhir.ts'
import { medicationReference } from './medication.fhir.ts'
import type { MedicationCourseRow } from './medication.row.ts'

const extensionsOf = ({
  lastIssueDate,
  prescribingAgency
}: Visible<MedicationCourseRow>): Extension[] => [
  ...(lastIssueDate === null
    ? []
    : [
        extension(gpcExtension('MedicationStatementLastIssueDate'), {
          valueDateTime: lastIssueDate
        })
      ]),
  extension(gpcExtension('PrescribingAgency'), {
    valueCodeableConcept: toPrescribingAgency(prescribingAgency)
  })
]

const periodOf = ({
  effectiveStart,
  effectiveEnd,
  status
}: Visible<MedicationCourseRow>) => ({
  start: effectiveStart,
  // Digest section 4.4: no end while the course is active.
  ...(effectiveEnd === null || status === 'active' ? {} : { end: effectiveEnd })
})

/** CareConnect-GPC-MedicationStatement-1 (Access Record digest section 4.4). */
export const toMedicationStatement = (
  course: Visible<MedicationCourseRow>
): MedicationStatement => ({
  resourceType: 'MedicationStatement',
  id: course.id,
  meta: clinicalMeta('MedicationStatement', course.hiddenBy),
  extension: extensionsOf(course),
  identifier: course.identifiers.map(({ system, value }) => ({
    system,
    value
  })),
  basedOn: [referenceTo('MedicationRequest', course.planId)],
  status: course.status,
  medicationReference: medicationReference(course),
  effectivePeriod: periodOf(course),
  // Ruling R22: without a date of its own, the plan's.
  dateAsserted: course.dateAsserted ?? course.planAuthoredOn,
  subject: referenceTo('Patient', course.patientId),
  taken: 'unk',
  ...noteOf(course.note),
  dosage: [dosageOf(course)]
})
