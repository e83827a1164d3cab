import {
  ODS_CODE_SYSTEM,
  ODS_SITE_CODE_SYSTEM,
  SDS_JOB_ROLE_SYSTEM,
  SDS_ROLE_PROFILE_ID_SYSTEM,
  SDS_USER_ID_SYSTEM
} from '../../../vocabulary/fhir-system.ts'
import type { Coding, Identifier } from '../../../vocabulary/coding.ts'
import type {
  LocationRow,
  OrganizationRow,
  PractitionerRoleRow,
  PractitionerRow
} from '../../record/people/people.row.ts'
import type { Sourced } from '../../record/record-writer.ts'
import { toConcept, toIdentifiers } from './datatypes.ts'
import {
  toAddress,
  toGender,
  toPersonName,
  toTelephone
} from './demographics.ts'
import type { SourceElement } from '../bundle/source-element.ts'
import type { SourceResource } from '../bundle/source-resource.ts'

const valueIn = (
  identifiers: readonly Identifier[],
  system: string
): string | null =>
  identifiers.find((identifier) => identifier.system === system)?.value ?? null

/** What is kept of a person's identifiers is the one of this system. */
const reportOthers = (
  root: SourceElement,
  identifiers: readonly Identifier[],
  system: string
): void => {
  const others = identifiers.filter(
    (identifier) => identifier.system !== system
  )
  if (others.length > 0) {
    root.child('identifier').change(`only that of ${system} is kept`)
  }
}

/** By the national code, else any identifier, else the source's own id. */
const sourceKeyOf = (
  { lastingId, type }: SourceResource,
  identifiers: readonly Identifier[],
  system: string
): string | null => {
  const known =
    identifiers.find((identifier) => identifier.system === system) ??
    identifiers[0]
  if (known) return `${known.system}|${known.value}`
  return lastingId === null ? null : `source-id|${type}/${lastingId}`
}

const NO_KEY = 'has neither an identifier nor an id'

/** ODS code of an Organization, as the source writes it. */
export const odsCodeOf = ({ root }: SourceResource): string | null =>
  valueIn(toIdentifiers(root), ODS_CODE_SYSTEM)

export const toOrganization = (
  resource: SourceResource
): Sourced<Omit<OrganizationRow, 'isPractice'>> | null => {
  const { root } = resource
  const identifiers = toIdentifiers(root)
  const sourceKey = sourceKeyOf(resource, identifiers, ODS_CODE_SYSTEM)
  const odsCode = valueIn(identifiers, ODS_CODE_SYSTEM)
  const name = root.child('name').text() ?? odsCode
  root.child('active').expect('true')
  if (sourceKey === null || name === null) {
    resource.drop(sourceKey === null ? NO_KEY : 'has no name')
    return null
  }
  reportOthers(root, identifiers, ODS_CODE_SYSTEM)
  const address = toAddress(root)
  return { sourceKey, odsCode, name, address, telephone: toTelephone(root) }
}

export const toLocation = (
  resource: SourceResource
): Sourced<LocationRow> | null => {
  const { root } = resource
  const identifiers = toIdentifiers(root)
  const sourceKey = sourceKeyOf(resource, identifiers, ODS_SITE_CODE_SYSTEM)
  const odsSiteCode = valueIn(identifiers, ODS_SITE_CODE_SYSTEM)
  const name = root.child('name').text() ?? odsSiteCode
  root.child('status').expect('active')
  if (sourceKey === null || name === null) {
    resource.drop(sourceKey === null ? NO_KEY : 'has no name')
    return null
  }
  reportOthers(root, identifiers, ODS_SITE_CODE_SYSTEM)
  const address = toAddress(root)
  return { sourceKey, odsSiteCode, name, address, telephone: toTelephone(root) }
}

export const toPractitioner = (
  resource: SourceResource
): Sourced<PractitionerRow> | null => {
  const { root } = resource
  const identifiers = toIdentifiers(root)
  const sourceKey = sourceKeyOf(resource, identifiers, SDS_USER_ID_SYSTEM)
  const name = toPersonName(root)
  root.child('active').expect('true')
  if (sourceKey === null || name === null) {
    resource.drop(sourceKey === null ? NO_KEY : 'has no name')
    return null
  }
  reportOthers(root, identifiers, SDS_USER_ID_SYSTEM)
  const sdsUserId = valueIn(identifiers, SDS_USER_ID_SYSTEM)
  return { sourceKey, sdsUserId, ...name, gender: toGender(root) }
}

/** Under either host: suppliers send both. Other codes are not kept. */
const jobRoleOf = (root: SourceElement): Coding | null => {
  const code = root.child('code')
  const concept = toConcept(code)
  const role = concept?.coding.find(({ system }) =>
    system.endsWith('/CareConnect-SDSJobRoleName-1')
  )
  if (concept && (concept.coding.length > 1 || !role || concept.text)) {
    code.change('only an SDS job role name is kept')
  }
  return role ? { ...role, system: SDS_JOB_ROLE_SYSTEM } : null
}

interface RoleHolders {
  readonly practitionerId: string
  readonly organizationId: string | null
}

export const toPractitionerRole = (
  resource: SourceResource,
  holders: RoleHolders
): Sourced<PractitionerRoleRow> | null => {
  const { root } = resource
  const identifiers = toIdentifiers(root)
  const system = SDS_ROLE_PROFILE_ID_SYSTEM
  const sourceKey = sourceKeyOf(resource, identifiers, system)
  root.child('active').expect('true')
  if (sourceKey === null) {
    resource.drop(NO_KEY)
    return null
  }
  reportOthers(root, identifiers, system)
  const roleProfileId = valueIn(identifiers, system)
  return { sourceKey, ...holders, roleProfileId, jobRole: jobRoleOf(root) }
}
