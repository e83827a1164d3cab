import { SNOMED_CT } from '../../../vocabulary/fhir-system.ts'
import type { CodeableConcept, Coding } from '../../../vocabulary/coding.ts'
import { toCodedConcept, toDate, toQuantity } from './datatypes.ts'
import type { SourceElement } from '../bundle/source-element.ts'
import type { SourceResource } from '../bundle/source-resource.ts'

/** GP2GP's code for a medicine of which only words are known. */
const WORDS_ONLY: Coding = {
  system: SNOMED_CT,
  code: '196421000000109',
  display: 'Transfer-degraded medication entry'
}

/** The medicine a statement or request names; null when it names none. */
export const toMedication = (
  resource: SourceResource
): CodeableConcept | null => {
  const { root } = resource
  const reference = root.child('medicationReference')
  const words = reference.child('display').peek()
  const medication = reference.present ? resource.follow(reference) : undefined
  if (medication?.type === 'Medication') {
    medication.take()
    const concept = toCodedConcept(medication.root.child('code'), WORDS_ONLY)
    if (concept) return concept
  }
  const own = toCodedConcept(
    root.child('medicationCodeableConcept'),
    WORDS_ONLY
  )
  if (own || words === null || words === '') return own
  reference.change('leads to no Medication; its words are kept')
  return { coding: [WORDS_ONLY], text: words }
}

const sameMedication = (
  one: CodeableConcept,
  other: CodeableConcept
): boolean =>
  one.coding[0]?.code === other.coding[0]?.code && one.text === other.text

/** A course has one medicine: that of its statement. */
export const compareMedication = (
  request: SourceResource,
  medication: CodeableConcept
): void => {
  const own = toMedication(request)
  if (own === null || sameMedication(own, medication)) return
  request.root
    .child('medicationReference')
    .lose('names another medicine than its statement')
}

const DAYS_IN = new Map([
  ['d', 1],
  ['day', 1],
  ['days', 1],
  ['wk', 7],
  ['week', 7],
  ['weeks', 7]
])

const toSupplyDays = (duration: SourceElement): number | null => {
  const value = duration.child('value').number()
  if (value === null) return null
  const unit = duration.child('code').text() ?? duration.child('unit').text()
  const days = DAYS_IN.get(unit?.toLowerCase() ?? 'd')
  duration.child('unit').settle()
  duration.child('system').settle()
  if (days === undefined) {
    duration.lose('is in neither days nor weeks')
    return null
  }
  return value * days
}

/** What a plan and an order both say of the supply. */
export const toSupply = ({ root }: SourceResource) => {
  const dosage = root.child('dosageInstruction')
  const dispense = root.child('dispenseRequest')
  const period = dispense.child('validityPeriod')
  const quantity = dispense.child('quantity')
  return {
    dosageText: dosage.child('text').text(),
    patientInstruction: dosage.child('patientInstruction').text(),
    validityStart: toDate(period.child('start')),
    validityEnd: toDate(period.child('end')),
    quantity: toQuantity(quantity),
    quantityText: quantity
      .extension('MedicationQuantityText')
      .child('valueString')
      .text(),
    supplyDays: toSupplyDays(dispense.child('expectedSupplyDuration')),
    groupIdentifier: root.child('groupIdentifier').child('value').text()
  }
}
