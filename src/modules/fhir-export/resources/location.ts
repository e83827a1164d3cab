import type { Location } from 'fhir/r3.js'
import { ODS_SITE_CODE_SYSTEM } from '../../../vocabulary/fhir-system.ts'
import { administrativeMeta } from '../../record/fhir/meta.fhir.ts'
import { referenceTo } from '../../record/fhir/reference.fhir.ts'
import type { LocationRow } from '../../record/people/people.row.ts'
import { toAddress, workTelephone } from './demographics.ts'

/** CareConnect-GPC-Location-1: a site of the practice `practiceId`. */
export const toLocation = (row: LocationRow, practiceId: string): Location => {
  const address = toAddress(row.address, 'work')
  return {
    resourceType: 'Location',
    id: row.id,
    meta: administrativeMeta('Location', row.version),
    ...(row.odsSiteCode === null
      ? {}
      : {
          identifier: [{ system: ODS_SITE_CODE_SYSTEM, value: row.odsSiteCode }]
        }),
    status: 'active',
    name: row.name,
    ...workTelephone(row.telephone),
    ...(address ? { address } : {}),
    managingOrganization: referenceTo('Organization', practiceId)
  }
}
