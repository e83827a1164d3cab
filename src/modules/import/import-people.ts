import type { PractitionerRow } from '../record/people/people.row.ts'
import type { Sourced } from '../record/record-writer.ts'
import type { SourceElement } from './bundle/source-element.ts'
import type { SourceResource } from './bundle/source-resource.ts'
import type { People } from './mappers/people.ts'
import { writePeople, type Ids, type PeopleOptions } from './write-people.ts'

/** Stands for whoever recorded an entry that names nobody we know. */
const UNKNOWN_RECORDER: Sourced<PractitionerRow> = {
  sourceKey: 'unknown-recorder',
  sdsUserId: null,
  prefix: [],
  given: [],
  family: 'Unknown',
  gender: null
}

const rememberUnknown = (options: PeopleOptions): (() => Promise<string>) => {
  const { practice, tally, writer } = options
  let known: string | undefined
  return async () => {
    if (known !== undefined) return known
    const written = await writer.writePractitioner(
      practice.id,
      UNKNOWN_RECORDER
    )
    tally.add('Practitioner', [written.outcome])
    known = written.id
    return known
  }
}

const lookUp =
  (
    ids: Ids,
    wanted: string
  ): ((resource: SourceResource, reference: SourceElement) => string | null) =>
  (resource, reference) => {
    const target = resource.follow(reference)
    const id = target && ids.get(target)
    if (target && id === undefined) {
      reference.lose(`does not lead to a ${wanted}`)
    }
    return id ?? null
  }

/** Takes in the Bundle's people and places, and finds them afterwards. */
export const importPeople = async (options: PeopleOptions): Promise<People> => {
  const { locations, practitioners } = await writePeople(options)
  const unknown = rememberUnknown(options)
  const practitionerIdOf = lookUp(practitioners, 'practitioner')
  return {
    practitionerIdOf,
    locationIdOf: lookUp(locations, 'location'),
    recorderIdOf: async (resource, reference) => {
      const id = practitionerIdOf(resource, reference)
      if (id !== null) return id
      reference.change('names no practitioner; "Unknown" stands in')
      return unknown()
    }
  }
}
