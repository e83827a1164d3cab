import type { ContactPoint, Identifier, Patient } from 'fhir/r3.js'
import {
  gpcCodeSystem,
  gpcExtension,
  NHS_NUMBER_SYSTEM
} from '../../../vocabulary/fhir-system.ts'
import { codedConcept } from '../../record/fhir/concept.fhir.ts'
import { extension } from '../../record/fhir/extension.fhir.ts'
import { administrativeMeta } from '../../record/fhir/meta.fhir.ts'
import { referenceTo } from '../../record/fhir/reference.fhir.ts'
import type { PatientRow } from '../../record/patient/patient.row.ts'
import { toAddress, toOfficialName } from './demographics.ts'
import { registrationDetails } from './registration-details.ts'

const nhsNumberIdentifier = (nhsNumber: string): Identifier => ({
  extension: [
    extension(gpcExtension('NHSNumberVerificationStatus'), {
      valueCodeableConcept: codedConcept(
        gpcCodeSystem('CareConnect-NHSNumberVerificationStatus'),
        '01',
        'Number present and verified'
      )
    })
  ],
  system: NHS_NUMBER_SYSTEM,
  value: nhsNumber
})

/** The profile has no way to say that somebody died on an unknown day. */
const deathOf = ({
  deceased
}: PatientRow): Pick<Patient, 'deceasedDateTime'> =>
  deceased === null || deceased === 'unknown'
    ? {}
    : { deceasedDateTime: deceased }

const telecomOf = ({ telecom }: PatientRow): { telecom?: ContactPoint[] } =>
  telecom.length === 0
    ? {}
    : {
        telecom: telecom.map(({ system, value, use }) => ({
          system,
          value,
          ...(use === null ? {} : { use })
        }))
      }

/**
 * CareConnect-GPC-Patient-1 (Access Record digest section 4.1). `branchId`:
 * the branch surgery, when it is in the Bundle.
 */
export const toPatient = (
  row: PatientRow,
  branchId: string | null
): Patient => {
  const registration = registrationDetails(row, branchId)
  const address = toAddress(row.address, 'home')
  return {
    resourceType: 'Patient',
    id: row.id,
    meta: administrativeMeta('Patient', row.version),
    ...(registration.length > 0 ? { extension: registration } : {}),
    identifier: [nhsNumberIdentifier(row.nhsNumber)],
    active: row.active,
    name: [toOfficialName(row)],
    ...telecomOf(row),
    ...(row.gender === null ? {} : { gender: row.gender }),
    birthDate: row.birthDate,
    ...deathOf(row),
    ...(address ? { address: [address] } : {}),
    ...(row.usualGpId === null
      ? {}
      : { generalPractitioner: [referenceTo('Practitioner', row.usualGpId)] }),
    managingOrganization: referenceTo('Organization', row.practiceId)
  }
}
