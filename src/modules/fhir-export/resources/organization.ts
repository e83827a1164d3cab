import type { Organization } from 'fhir/r3.js'
import {
  gpcCodeSystem,
  ODS_CODE_SYSTEM
} from '../../../vocabulary/fhir-system.ts'
import { codedConcept } from '../../record/fhir/concept.fhir.ts'
import { administrativeMeta } from '../../record/fhir/meta.fhir.ts'
import type { OrganizationRow } from '../../record/people/people.row.ts'
import { toAddress, workTelephone } from './demographics.ts'

/** CareConnect-GPC-Organization-1 (Access Record digest section 4.1). */
export const toOrganization = (row: OrganizationRow): Organization => {
  const address = toAddress(row.address, 'work')
  return {
    resourceType: 'Organization',
    id: row.id,
    meta: administrativeMeta('Organization', row.version),
    ...(row.odsCode === null
      ? {}
      : { identifier: [{ system: ODS_CODE_SYSTEM, value: row.odsCode }] }),
    ...(row.isPractice
      ? {
          type: [
            codedConcept(
              gpcCodeSystem('GPConnect-OrganisationType'),
              'gp-practice',
              'GP Practice'
            )
          ]
        }
      : {}),
    name: row.name,
    ...workTelephone(row.telephone),
    ...(address ? { address: [address] } : {})
  }
}
