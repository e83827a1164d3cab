import { SNOMED_CT } from '../../../vocabulary/fhir-system.ts'
import type { Coding } from '../../../vocabulary/coding.ts'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'
import type {
  AllergyCategory,
  AllergyClinicalStatus,
  AllergyReaction
} from '../../record/allergies/allergy.row.ts'
import type { AllergyContent } from '../../record/entry-content.ts'
import {
  toCode,
  toCodedConcept,
  toConcept,
  toDate,
  toNote
} from './datatypes.ts'
import { admitEntry, toEntrySource, type EntryContext } from './entry-source.ts'
import type { SourceElement } from '../bundle/source-element.ts'
import type { SourceResource } from '../bundle/source-resource.ts'

/** GP2GP's codes for an allergy of which only words are known. */
const WORDS_ONLY: Readonly<Record<AllergyCategory, Coding>> = {
  medication: {
    system: SNOMED_CT,
    code: '196461000000101',
    display: 'Transfer-degraded drug allergy'
  },
  environment: {
    system: SNOMED_CT,
    code: '196471000000108',
    display: 'Transfer-degraded non-drug allergy'
  }
}

/** FHIR's categories as the two that GP Connect has. */
const CATEGORIES = {
  medication: 'medication',
  environment: 'environment',
  food: 'environment',
  biologic: 'medication'
} as const satisfies Record<string, AllergyCategory>

const CATEGORY_CODES = [
  'medication',
  'environment',
  'food',
  'biologic'
] as const

const toCategories = (root: SourceElement): AllergyCategory[] => {
  const categories = root.items('category').flatMap((element) => {
    const code = toCode(element, CATEGORY_CODES)
    if (code === null) return []
    if (CATEGORIES[code] !== code) {
      element.change(`is "${code}"; taken as "${CATEGORIES[code]}"`)
    }
    return [CATEGORIES[code]]
  })
  if (categories.length > 0) return [...new Set(categories)]
  root.child('category').change('is missing; taken as "medication"')
  return ['medication']
}

const toClinicalStatus = (
  root: SourceElement,
  ended: boolean
): AllergyClinicalStatus => {
  const element = root.child('clinicalStatus')
  const status = toCode(element, ['active', 'resolved', 'inactive'])
  if (status === 'inactive') {
    element.change('is "inactive"; taken as "resolved"')
    return 'resolved'
  }
  if (status !== null) return status
  const assumed = ended ? 'resolved' : 'active'
  element.change(`is missing; taken as "${assumed}"`)
  return assumed
}

const toReaction = (root: SourceElement): AllergyReaction | null => {
  const reaction = root.child('reaction')
  if (!reaction.present) return null
  return {
    manifestation: reaction
      .items('manifestation')
      .flatMap((element) => toConcept(element) ?? []),
    severity: toCode(reaction.child('severity'), [
      'mild',
      'moderate',
      'severe'
    ]),
    exposureRoute: toConcept(reaction.child('exposureRoute')),
    description: reaction.child('description').text()
  }
}

const toOnset = (root: SourceElement) =>
  toDate(root.child('onsetDateTime')) ??
  toDate(root.child('onsetPeriod').child('start'))

const toAssertedDate = (
  root: SourceElement,
  onset: PartialDate | null
): PartialDate | null => {
  const element = root.child('assertedDate')
  const date = toDate(element)
  if (date === null && onset !== null) {
    element.change('is missing; taken to be the onset')
  }
  return date ?? onset
}

const drop = (resource: SourceResource, reason: string): null => {
  resource.drop(reason)
  return null
}

const endOf = (root: SourceElement) => {
  const end = root.extension('AllergyIntoleranceEnd')
  const reason = end.extension('reasonEnded')
  return {
    present: end.present,
    endDate: toDate(end.extension('endDate').child('valueDateTime')),
    endReason: reason.child('valueString').text()
  }
}

const asserterOf = (resource: SourceResource, context: EntryContext) => {
  const asserter = resource.root.child('asserter')
  const assertedByPatient = resource.peek(asserter) === context.patient
  if (assertedByPatient) asserter.settle()
  return {
    assertedByPatient,
    asserterId: assertedByPatient
      ? null
      : context.people.practitionerIdOf(resource, asserter)
  }
}

const CRITICALITIES = ['low', 'high', 'unable-to-assess'] as const

/** What it is to and how it shows; null when it does not say what to. */
const toSubstance = (root: SourceElement) => {
  const categories = toCategories(root)
  const words = WORDS_ONLY[categories[0] ?? 'medication']
  const code = toCodedConcept(root.child('code'), words)
  if (code === null) return null
  return {
    categories,
    code,
    type: toCode(root.child('type'), ['allergy', 'intolerance']),
    criticality: toCode(root.child('criticality'), CRITICALITIES),
    reaction: toReaction(root)
  }
}

/**
 * The allergy, or null when it was dropped with its reason. `fromEndedList`:
 * it was contained in the List of ended allergies.
 */
export const toAllergy = async (
  resource: SourceResource,
  context: EntryContext,
  fromEndedList: boolean
): Promise<AllergyContent | null> => {
  const { root } = resource
  const identifiers = admitEntry(resource, 'patient', context)
  if (!identifiers) return null
  const onset = toOnset(root)
  const assertedDate = toAssertedDate(root, onset)
  if (assertedDate === null) return drop(resource, 'has no assertedDate')
  const substance = toSubstance(root)
  if (substance === null) return drop(resource, 'does not say what it is to')
  const { present: hasEnd, ...end } = endOf(root)
  const recorder = root.child('recorder')
  root.child('verificationStatus').expect('unconfirmed')
  return {
    ...toEntrySource(identifiers, [resource], context),
    ...substance,
    ...end,
    clinicalStatus: toClinicalStatus(root, hasEnd || fromEndedList),
    onset,
    assertedDate,
    lastOccurrence: toDate(root.child('lastOccurrence')),
    note: toNote(root),
    recorderId: await context.people.recorderIdOf(resource, recorder),
    ...asserterOf(resource, context)
  }
}
