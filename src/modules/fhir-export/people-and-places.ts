import type { Resource } from 'fhir/r3.js'
import { canExportResourceType } from '../../policy/export-access.ts'
import type { PractitionerRoleRow } from '../record/people/people.row.ts'
import { toLocation } from './resources/location.ts'
import { toOrganization } from './resources/organization.ts'
import { toPatient } from './resources/patient.ts'
import { toPractitionerRole } from './resources/practitioner-role.ts'
import { toPractitioner } from './resources/practitioner.ts'
import type { StructuredRecordSource } from './structured-record-source.ts'

const getById = <Row extends { readonly id: string }>(
  rows: readonly Row[],
  id: string
): Row => {
  const row = rows.find((one) => one.id === id)
  if (!row) throw new Error(`A person or place is missing: ${id}`)
  return row
}

const practitionerIdsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'reference' && typeof part === 'string'
      ? (/^Practitioner\/(.+)$/.exec(part)?.slice(1, 2) ?? [])
      : practitionerIdsIn(part)
  )
}

/** Digest section 4.1: of somebody with several roles none is sent. */
const rolesOf = (
  { roles }: StructuredRecordSource,
  practitionerIds: readonly string[]
): PractitionerRoleRow[] =>
  practitionerIds.flatMap((practitionerId) => {
    const own = roles.filter((role) => role.practitionerId === practitionerId)
    return own.length === 1 ? own : []
  })

/** Ruling R21: a branch surgery is a Location, which summary has none of. */
const findBranchId = ({
  patient,
  permissions
}: StructuredRecordSource): string | null =>
  canExportResourceType(permissions, 'Location').allowed
    ? patient.branchSurgeryId
    : null

/**
 * Patient, practice, usual GP, and everybody and every place that `resources`
 * name, transitively (Access Record digest section 4.1). Throws when the
 * source lacks one of them.
 */
export const toPeopleAndPlaces = (
  source: StructuredRecordSource,
  resources: readonly Resource[]
): Resource[] => {
  const { patient, practice, practitioners } = source
  const branchId = findBranchId(source)
  const named = [...new Set(practitionerIdsIn(resources))].toSorted()
  const usualGp = patient.usualGpId === null ? [] : [patient.usualGpId]
  const practitionerIds = [...new Set([...usualGp, ...named])]
  const roles = rolesOf(source, practitionerIds)
  const organizationIds = new Set(
    roles.flatMap(({ organizationId }) => organizationId ?? [])
  )
  organizationIds.delete(practice.id)
  return [
    toPatient(patient, branchId),
    toOrganization(practice),
    ...[...organizationIds]
      .toSorted()
      .map((id) => toOrganization(getById(source.organizations, id))),
    ...(branchId === null
      ? []
      : [toLocation(getById(source.locations, branchId), practice.id)]),
    ...practitionerIds.map((id) => toPractitioner(getById(practitioners, id))),
    ...roles.map(toPractitionerRole)
  ]
}
