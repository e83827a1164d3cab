import type { Identifier } from '../../../vocabulary/coding.ts'
import type { EntrySource } from '../../record/entry-content.ts'
import { toIdentifiers } from './datatypes.ts'
import type { EntryMarks } from './entry-marks.ts'
import type { People } from './people.ts'
import type { SourceElement } from '../bundle/source-element.ts'
import type { SourceResource } from '../bundle/source-resource.ts'

export type Identifiers = readonly [Identifier, ...Identifier[]]

/** What every mapper of an entry needs. */
export interface EntryContext {
  readonly people: People
  readonly marks: EntryMarks
  readonly patient: SourceResource
  readonly nhsNumber: string
  /** Types and identifiers of the entries so far. */
  readonly seen: Set<string>
}

/** Namespace for suppliers that give an id, but no business identifier. */
const CROSS_CARE_SETTING =
  'https://fhir.nhs.uk/Id/cross-care-setting-identifier'

/** Its business identifiers; null when there is nothing to find it again by. */
export const toEntryIdentifiers = ({
  lastingId,
  root
}: SourceResource): Identifiers | null => {
  const [first, ...others] = toIdentifiers(root)
  if (first) return [first, ...others]
  if (lastingId === null) return null
  root.child('identifier').change("is missing; the source's id stands for it")
  return [{ system: CROSS_CARE_SETTING, value: lastingId }]
}

const namesPatient = (
  resource: SourceResource,
  reference: SourceElement,
  { nhsNumber, patient }: EntryContext
): boolean =>
  resource.peek(reference) === patient ||
  reference.child('identifier').child('value').is(nhsNumber)

/** An entry that names another patient, or one unknown, is not theirs. */
const isOfPatient = (
  resource: SourceResource,
  reference: SourceElement,
  context: EntryContext
): boolean => {
  if (!reference.present) {
    reference.change("is missing; taken to be the Bundle's patient")
    return true
  }
  const isPatient = namesPatient(resource, reference, context)
  if (isPatient) reference.settle()
  return isPatient
}

/**
 * The first questions to any entry: whose it is and how it is found again.
 * Null when it was dropped: `patient` names the element with the patient.
 */
export const admitEntry = (
  resource: SourceResource,
  patient: 'patient' | 'subject',
  context: EntryContext
): Identifiers | null => {
  resource.take()
  const drop = (reason: string): null => {
    resource.drop(reason)
    return null
  }
  if (!isOfPatient(resource, resource.root.child(patient), context)) {
    return drop('names another patient')
  }
  const identifiers = toEntryIdentifiers(resource)
  if (!identifiers) return drop('has no identifier, nor an id that lasts')
  const [{ system, value }] = identifiers
  const name = `${resource.type} ${system}|${value}`
  if (context.seen.has(name)) {
    return drop('has the identifier of an earlier entry')
  }
  context.seen.add(name)
  return identifiers
}

/** Marks of the resources an entry is made of; each counts for the whole. */
export const toEntrySource = (
  identifiers: Identifiers,
  parts: readonly SourceResource[],
  { marks }: EntryContext
): EntrySource => ({
  identifiers,
  restricted: parts.map(marks.isRestricted).includes(true),
  staffConfidential: false,
  enteredInError: parts.some(marks.isErrored)
})
