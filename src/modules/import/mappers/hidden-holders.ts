import { saysError } from './entry-status.ts'
import { hasRestriction } from './security-labels.ts'
import type { SourceResource } from '../bundle/source-resource.ts'

const STATUSES = ['status', 'verificationStatus']

const isHidden = ({ root }: SourceResource): boolean =>
  hasRestriction(root) || STATUSES.some((name) => saysError(root.child(name)))

/** A consultation's mark may stand on its List or on its Encounter. */
const isHiddenHolder = (resource: SourceResource): boolean => {
  if (resource.type === 'Condition') return isHidden(resource)
  if (resource.type !== 'List') return false
  const encounter = resource.peek(resource.root.child('encounter'))
  return isHidden(resource) || (encounter !== undefined && isHidden(encounter))
}

const referencesOf = ({ root, type }: SourceResource) => {
  if (type === 'List') {
    return root.items('entry').map((entry) => entry.child('item'))
  }
  return type === 'Condition'
    ? [root.extension('ActualProblem').child('valueReference')]
    : []
}

const partsOf = (resource: SourceResource): readonly SourceResource[] => [
  ...resource.contained,
  ...referencesOf(resource).flatMap(
    (reference) => resource.peek(reference) ?? []
  )
]

/**
 * Ruling R16: all that consultations and problems kept from the patient hide
 * with them, and Lists likewise. They are not taken themselves yet, so the
 * mark has to go to the entries.
 */
export const hiddenByHolders = (
  resources: readonly SourceResource[]
): ReadonlySet<SourceResource> => {
  const hidden = new Set(resources.filter(isHiddenHolder))
  for (const one of hidden) for (const part of partsOf(one)) hidden.add(part)
  return hidden
}
