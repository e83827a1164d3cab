import type { PractitionerRole } from 'fhir/r3.js'
import { SDS_ROLE_PROFILE_ID_SYSTEM } from '../../../vocabulary/fhir-system.ts'
import { toCodeableConcept } from '../../record/fhir/concept.fhir.ts'
import { administrativeMeta } from '../../record/fhir/meta.fhir.ts'
import { referenceTo } from '../../record/fhir/reference.fhir.ts'
import type { PractitionerRoleRow } from '../../record/people/people.row.ts'

/** CareConnect-GPC-PractitionerRole-1 (Access Record digest section 4.1). */
export const toPractitionerRole = (
  row: PractitionerRoleRow
): PractitionerRole => {
  const { roleProfileId, organizationId, jobRole } = row
  return {
    resourceType: 'PractitionerRole',
    id: row.id,
    meta: administrativeMeta('PractitionerRole', row.version),
    ...(roleProfileId === null
      ? {}
      : {
          identifier: [
            { system: SDS_ROLE_PROFILE_ID_SYSTEM, value: roleProfileId }
          ]
        }),
    practitioner: referenceTo('Practitioner', row.practitionerId),
    ...(organizationId === null
      ? {}
      : { organization: referenceTo('Organization', organizationId) }),
    ...(jobRole === null
      ? {}
      : { code: [toCodeableConcept({ coding: [jobRole], text: null })] })
  }
}
