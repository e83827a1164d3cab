import { saysError } from './entry-status.ts'
import { hasRestriction } from './security-labels.ts'
import type { SourceResource } from '../bundle/source-resource.ts'

const STATUSES = ['status', 'verificationStatus']

const isHidden = ({ root }: SourceResource): boolean =>
  hasRestriction(root) || STATUSES.some((name) => saysError(root.child(name)))

/**
 * R15: a consultation that is not finished is a draft, and so is all that was
 * recorded in it.
 */
const isHiddenEncounter = (resource: SourceResource): boolean =>
  resource.type === 'Encounter' &&
  (isHidden(resource) || !resource.root.child('status').is('finished'))

/** A consultation's mark may stand on its List or on its Encounter. */
const isHiddenHolder = (resource: SourceResource): boolean => {
  if (resource.type === 'Condition') return isHidden(resource)
  if (resource.type === 'Encounter') return isHiddenEncounter(resource)
  if (resource.type !== 'List') return false
  const encounter = resource.peek(resource.root.child('encounter'))
  return (
    isHidden(resource) ||
    (encounter !== undefined && isHiddenEncounter(encounter))
  )
}

const referencesOf = ({ root, type }: SourceResource) => {
  if (type === 'List') {
    return root.items('entry').map((entry) => entry.child('item'))
  }
  return type === 'Condition'
    ? [root.extension('ActualProblem').child('valueReference')]
    : []
}

/** The consultation an entry was recorded in, as the entry says. */
const encounterOf = (resource: SourceResource): SourceResource | undefined => {
  const { root } = resource
  return (
    resource.peek(root.child('context')) ??
    resource.peek(
      root.extension('encounter-associatedEncounter').child('valueReference')
    )
  )
}

const partsOf = (resource: SourceResource): readonly SourceResource[] => [
  ...resource.contained,
  ...referencesOf(resource).flatMap(
    (reference) => resource.peek(reference) ?? []
  )
]

/**
 * Ruling R16: all that consultations and problems kept from the patient hide
 * with them, and Lists likewise; everything, if the Bundle itself is marked.
 * They are not taken themselves yet, so the mark has to go to the entries.
 */
export const hiddenByHolders = (
  resources: readonly SourceResource[],
  bundle: SourceResource
): ReadonlySet<SourceResource> => {
  if (hasRestriction(bundle.root)) return new Set(resources)
  const hidden = new Set(resources.filter(isHiddenHolder))
  for (const resource of resources) {
    const encounter = encounterOf(resource)
    if (encounter && isHiddenEncounter(encounter)) hidden.add(resource)
  }
  for (const one of hidden) for (const part of partsOf(one)) hidden.add(part)
  return hidden
}
