import type { Extension } from 'fhir/r3.js'
import { gpcExtension } from '../../../vocabulary/fhir-system.ts'
import { toCodeableConcept } from '../../record/fhir/concept.fhir.ts'
import {
  complexExtension,
  extension
} from '../../record/fhir/extension.fhir.ts'
import { referenceTo } from '../../record/fhir/reference.fhir.ts'
import type { PatientRow } from '../../record/patient/patient.row.ts'

const periodOf = ({ registeredFrom, registeredTo }: PatientRow): Extension[] =>
  registeredFrom === null && registeredTo === null
    ? []
    : [
        extension('registrationPeriod', {
          valuePeriod: {
            ...(registeredFrom === null ? {} : { start: registeredFrom }),
            ...(registeredTo === null ? {} : { end: registeredTo })
          }
        })
      ]

const typeOf = ({ registrationType }: PatientRow): Extension[] =>
  registrationType === null
    ? []
    : [
        extension('registrationType', {
          valueCodeableConcept: toCodeableConcept({
            coding: [registrationType],
            text: null
          })
        })
      ]

/**
 * How the patient is registered, or nothing when nothing of it is known.
 * `branchId`: the branch surgery, when it is in the Bundle.
 */
export const registrationDetails = (
  row: PatientRow,
  branchId: string | null
): Extension[] => {
  const branch =
    branchId === null
      ? []
      : [
          extension('preferredBranchSurgery', {
            valueReference: referenceTo('Location', branchId)
          })
        ]
  const parts = [...periodOf(row), ...typeOf(row), ...branch]
  return parts.length === 0
    ? []
    : [complexExtension(gpcExtension('RegistrationDetails'), parts)]
}
