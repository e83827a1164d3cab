import type { Medication, Reference } from 'fhir/r3.js'
import { v5 as uuidv5 } from 'uuid'
import type { Visible } from '../../../policy/record-access.ts'
import type { CodeableConcept } from '../../../vocabulary/coding.ts'
import { toCodeableConcept } from '../fhir/concept.fhir.ts'
import { clinicalMeta } from '../fhir/meta.fhir.ts'
import { referenceTo } from '../fhir/reference.fhir.ts'
import type { MedicationCourseRow } from './medication.row.ts'

/** Same words for the same concept, however its row was written. */
const canonicalJson = ({ coding, text }: CodeableConcept): string =>
  JSON.stringify([
    coding.map((one) => [
      one.system,
      one.code,
      one.display,
      one.descriptionId ?? null,
      one.descriptionDisplay ?? null
    ]),
    text
  ])

/** Digest section 7: stable across calls, though no row holds it. */
const medicationId = ({
  practiceId,
  medication
}: Visible<MedicationCourseRow>): string =>
  uuidv5(canonicalJson(medication), practiceId)

export const medicationReference = (
  course: Visible<MedicationCourseRow>
): Reference => referenceTo('Medication', medicationId(course))

/** CareConnect-GPC-Medication-1: courses of one concept share its resource. */
export const toMedication = (
  course: Visible<MedicationCourseRow>
): Medication => ({
  resourceType: 'Medication',
  id: medicationId(course),
  meta: clinicalMeta('Medication'),
  code: toCodeableConcept(course.medication)
})
