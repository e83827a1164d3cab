import type { Bundle, FhirResource, Resource } from 'fhir/r3.js'
import { toPeopleAndPlaces } from '../../src/modules/fhir-export/people-and-places.ts'
import { toOrganization } from '../../src/modules/fhir-export/resources/organization.ts'
import { bundleOf, sourceOf, STAFF } from './builders/structured-record.ts'
import { loadFhirValidator } from './fhir-validator.ts'

const isResource = (resource: Resource): resource is FhirResource =>
  'resourceType' in resource

/** A Bundle of these resources with everybody and every place they name. */
const bundleAround = (resources: readonly FhirResource[]): Bundle => {
  const source = sourceOf({}, { permissions: STAFF })
  const around = new Map(
    [
      ...source.organizations.map(toOrganization),
      ...toPeopleAndPlaces(source, resources)
    ]
      .filter(isResource)
      .map((resource) => [resource.id, resource])
  )
  return {
    ...bundleOf(source),
    entry: [...around.values(), ...resources].map((resource) => ({ resource }))
  }
}

/** Errors the profiles have with clinical resources, one line each. */
export const profileErrorsOf = async (
  resources: readonly FhirResource[]
): Promise<string[]> => {
  const validate = await loadFhirValidator()
  return validate(JSON.parse(JSON.stringify(bundleAround(resources))))
}
