import type { RecordWriter, Written } from '../record/record-writer.ts'
import type { SourceBundle } from './bundle/source-bundle.ts'
import type { SourceResource } from './bundle/source-resource.ts'
import type { Tally } from './import-report.ts'
import {
  odsCodeOf,
  toLocation,
  toOrganization,
  toPractitioner,
  toPractitionerRole
} from './mappers/people.source.ts'

export interface PeopleOptions {
  readonly bundle: SourceBundle
  readonly writer: RecordWriter
  readonly practice: { readonly id: string; readonly odsCode: string }
  readonly tally: Tally
}

/** Ids of ours by the resource they came from. */
export type Ids = Map<SourceResource, string>

interface Steps<Content> {
  readonly resources: readonly SourceResource[]
  /** Null when the resource was dropped. */
  toContent(resource: SourceResource): Content | null
  write(content: Content): Promise<Written>
}

/** One after the other, each thing once: a Bundle may name it twice. */
const writeAll = async <Content extends { sourceKey: string }>(
  steps: Steps<Content>,
  tally: Tally
): Promise<Ids> => {
  const ids: Ids = new Map()
  const byKey = new Map<string, string>()
  for (const resource of steps.resources) {
    resource.take()
    const content = steps.toContent(resource)
    if (content === null) continue
    const twin = byKey.get(content.sourceKey)
    if (twin !== undefined) {
      resource.drop('has the identifier of an earlier resource')
      ids.set(resource, twin)
      continue
    }
    const { id, outcome } = await steps.write(content)
    byKey.set(content.sourceKey, id)
    ids.set(resource, id)
    tally.add(resource.type, [outcome])
  }
  return ids
}

/** The practice itself is one of them, and written already. */
const writeOrganizations = async (options: PeopleOptions): Promise<Ids> => {
  const { bundle, practice, writer } = options
  const all = bundle.ofType('Organization')
  const own = all.filter(
    (resource) => odsCodeOf(resource)?.toUpperCase() === practice.odsCode
  )
  const ids = await writeAll(
    {
      resources: all.filter((resource) => !own.includes(resource)),
      toContent: toOrganization,
      write: (content) => writer.writeOrganization(practice.id, content)
    },
    options.tally
  )
  for (const resource of own) ids.set(resource, practice.id)
  return ids
}

const writeLocations = (
  options: PeopleOptions,
  organizations: Ids
): Promise<Ids> => {
  const { bundle, practice, writer } = options
  return writeAll(
    {
      resources: bundle.ofType('Location'),
      toContent: (resource) => {
        const manager = resource.root.child('managingOrganization')
        const organization = resource.peek(manager)
        // A place is always held as one of the practice's.
        if (organization && organizations.get(organization) === practice.id) {
          manager.settle()
        }
        return toLocation(resource)
      },
      write: (content) => writer.writeLocation(practice.id, content)
    },
    options.tally
  )
}

const writeRoles = async (
  options: PeopleOptions,
  organizations: Ids,
  practitioners: Ids
): Promise<Ids> => {
  const { bundle, practice, writer } = options
  const holders: Ids = new Map()
  await writeAll(
    {
      resources: bundle.ofType('PractitionerRole'),
      toContent: (resource) => {
        const { root } = resource
        const person = resource.follow(root.child('practitioner'))
        const practitionerId = person && practitioners.get(person)
        if (practitionerId === undefined) {
          resource.drop('its practitioner is not held')
          return null
        }
        holders.set(resource, practitionerId)
        const place = resource.follow(root.child('organization'))
        const organizationId = (place && organizations.get(place)) ?? null
        return toPractitionerRole(resource, { practitionerId, organizationId })
      },
      write: (content) => writer.writePractitionerRole(practice.id, content)
    },
    options.tally
  )
  return holders
}

/** Who and where, by resource; a role leads to its practitioner. */
interface WrittenPeople {
  readonly practitioners: Ids
  readonly locations: Ids
}

/** Writes the Bundle's people and places: what the record will refer to. */
export const writePeople = async (
  options: PeopleOptions
): Promise<WrittenPeople> => {
  const { bundle, practice, tally, writer } = options
  const organizations = await writeOrganizations(options)
  const locations = await writeLocations(options, organizations)
  const practitioners = await writeAll(
    {
      resources: bundle.ofType('Practitioner'),
      toContent: toPractitioner,
      write: (content) => writer.writePractitioner(practice.id, content)
    },
    tally
  )
  const holders = await writeRoles(options, organizations, practitioners)
  return { locations, practitioners: new Map([...practitioners, ...holders]) }
}
