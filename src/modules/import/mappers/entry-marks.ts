import { reportStatuses, saysError, standingOf } from './entry-status.ts'
import { hiddenByHolders } from './hidden-holders.ts'
import { hasRestriction, takeRestriction } from './security-labels.ts'
import type { SourceBundle } from '../bundle/source-bundle.ts'
import type { SourceResource } from '../bundle/source-resource.ts'

/** What keeps a resource from the patient, by all that the Bundle says. */
export interface EntryMarks {
  /** Ruling R17; reports how it was understood. */
  isRestricted(resource: SourceResource): boolean
  /** Ruling R15; reports how it was understood. */
  isErrored(resource: SourceResource): boolean
}

type Test = (resource: SourceResource) => boolean

/** Two resources that share a name are copies of one. */
const namesOf = ({ lastingId, root, type }: SourceResource): string[] => [
  ...(lastingId === null ? [] : [`${type}/${lastingId}`]),
  ...root.items('identifier').flatMap((identifier) => {
    const system = identifier.child('system').peek()
    const value = identifier.child('value').peek()
    return system && value ? [`${type} ${system}|${value}`] : []
  })
]

/** True of a resource if it is true of any copy of it. */
const ofAnyCopy = (all: readonly SourceResource[], test: Test): Test => {
  const names = new Set(all.filter(test).flatMap(namesOf))
  return (resource) =>
    test(resource) || namesOf(resource).some((name) => names.has(name))
}

/** Changes the sense of all the rest, nobody here knows how. */
const isModified = ({ root }: SourceResource): boolean =>
  root.child('modifierExtension').present

const isErroredList = ({ root, type }: SourceResource): boolean =>
  type === 'List' && saysError(root.child('status'))

/**
 * A mark may stand elsewhere than on the entry: on a copy that is not taken,
 * or on what holds it. What is in doubt is hidden from the patient: staff see
 * it still, and may lift it.
 */
export const readMarks = (bundle: SourceBundle): EntryMarks => {
  const all = bundle.resources.flatMap((one) => [one, ...one.contained])
  const held = hiddenByHolders(all, bundle.whole)
  const inErroredList = new Set(
    all.filter(isErroredList).flatMap(({ contained }) => contained)
  )
  const isErrored = ofAnyCopy(
    all,
    (resource) =>
      inErroredList.has(resource) || standingOf(resource) === 'ENTERED_IN_ERROR'
  )
  const isRestricted = ofAnyCopy(
    all,
    (resource) =>
      hasRestriction(resource.root) ||
      held.has(resource) ||
      isModified(resource) ||
      standingOf(resource) === 'UNKNOWN'
  )
  return {
    isErrored,
    isRestricted: (resource) => {
      reportStatuses(resource)
      const restricted = isRestricted(resource)
      const isOwn = takeRestriction(resource.root)
      if (restricted && !isOwn) {
        resource.root.change("is hidden from the patient's view")
      }
      return restricted
    }
  }
}
