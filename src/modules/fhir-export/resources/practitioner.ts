import type { Practitioner } from 'fhir/r3.js'
import { SDS_USER_ID_SYSTEM } from '../../../vocabulary/fhir-system.ts'
import { administrativeMeta } from '../../record/fhir/meta.fhir.ts'
import type { PractitionerRow } from '../../record/people/people.row.ts'
import { toOfficialName } from './demographics.ts'

/** CareConnect-GPC-Practitioner-1 (Access Record digest section 4.1). */
export const toPractitioner = (row: PractitionerRow): Practitioner => ({
  resourceType: 'Practitioner',
  id: row.id,
  meta: administrativeMeta('Practitioner', row.version),
  ...(row.sdsUserId === null
    ? {}
    : { identifier: [{ system: SDS_USER_ID_SYSTEM, value: row.sdsUserId }] }),
  name: [toOfficialName(row)],
  ...(row.gender === null ? {} : { gender: row.gender })
})
