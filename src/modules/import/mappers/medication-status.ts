import type { MedicationStatus } from '../../record/medications/medication.row.ts'
import { saysError } from './entry-status.ts'
import type { SourceElement } from '../bundle/source-element.ts'

/** FHIR's states as the three that GP Connect has (digest section 4.4). */
const STATES = new Map<string, MedicationStatus>([
  ['active', 'active'],
  ['completed', 'completed'],
  ['stopped', 'stopped'],
  ['cancelled', 'stopped'],
  ['on-hold', 'stopped'],
  ['intended', 'active']
])

const UNCHANGED = ['active', 'completed', 'stopped']

/** Never null: without a state an end decides; a draft is the caller's. */
export const toMedicationStatus = (
  element: SourceElement,
  hasEnded: boolean
): MedicationStatus => {
  // Marked as such elsewhere; nothing of it is shown as current.
  if (saysError(element)) {
    element.settle()
    return 'stopped'
  }
  const given = element.text()?.toLowerCase() ?? ''
  const known = STATES.get(given)
  const status = known ?? (hasEnded ? 'completed' : 'active')
  if (known === undefined) {
    element.change(`is missing or unknown; taken as "${status}"`)
  } else if (!UNCHANGED.includes(given)) {
    element.change(`is "${given}"; taken as "${status}"`)
  }
  return status
}

/** A draft is no part of the record yet. */
export const isDraft = (status: SourceElement): boolean =>
  status.peek()?.toLowerCase() === 'draft'
