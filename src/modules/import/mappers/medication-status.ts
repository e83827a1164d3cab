import type { MedicationStatus } from '../../record/medications/medication.row.ts'
import type { SourceElement } from '../bundle/source-element.ts'

/** FHIR's states as the three that GP Connect has (digest section 4.4). */
const STATES = new Map<string, MedicationStatus>([
  ['active', 'active'],
  ['completed', 'completed'],
  ['stopped', 'stopped'],
  ['cancelled', 'stopped'],
  ['on-hold', 'stopped'],
  ['entered-in-error', 'stopped'],
  ['intended', 'active']
])

const UNCHANGED = ['active', 'completed', 'stopped', 'entered-in-error']

/** Never null: without a state an end decides; a draft is the caller's. */
export const toMedicationStatus = (
  element: SourceElement,
  hasEnded: boolean
): MedicationStatus => {
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
export const isDraft = (status: SourceElement): boolean => status.is('draft')
