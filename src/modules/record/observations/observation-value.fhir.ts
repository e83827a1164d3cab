import type { Observation, ObservationReferenceRange } from 'fhir/r3.js'
import type { Quantity } from '../../../vocabulary/coding.ts'
import { toCodeableConcept, toQuantity } from '../fhir/concept.fhir.ts'
import { conceptAs, listAs, valueAs } from '../fhir/optional.fhir.ts'
import type { ObservationValue } from './observation-value.ts'
import type { ReferenceRange } from './observation.row.ts'

/** All `value[x]` that components have too. */
type FhirValue = Pick<
  Observation,
  | 'valueQuantity'
  | 'valueString'
  | 'valueCodeableConcept'
  | 'valueBoolean'
  | 'valueDateTime'
  | 'valueTime'
  | 'valuePeriod'
  | 'valueRange'
  | 'valueRatio'
>

const quantityAs = <Name extends string>(
  name: Name,
  quantity: Quantity | null
) => valueAs(name, quantity && toQuantity(quantity))

const ofAmount = (
  value: Extract<ObservationValue, { type: 'quantity' | 'range' | 'ratio' }>
): FhirValue => {
  if (value.type === 'quantity') {
    const comparator = valueAs('comparator', value.comparator)
    return { valueQuantity: { ...toQuantity(value.quantity), ...comparator } }
  }
  return value.type === 'range'
    ? {
        valueRange: {
          ...quantityAs('low', value.low),
          ...quantityAs('high', value.high)
        }
      }
    : {
        valueRatio: {
          ...quantityAs('numerator', value.numerator),
          ...quantityAs('denominator', value.denominator)
        }
      }
}

/** A result as the `value[x]` of its type, or no element at all. */
export const valueOf = (value: ObservationValue | null): FhirValue => {
  if (value === null) return {}
  switch (value.type) {
    case 'text':
      return { valueString: value.text }
    case 'concept':
      return { valueCodeableConcept: toCodeableConcept(value.concept) }
    case 'boolean':
      return { valueBoolean: value.boolean }
    case 'dateTime':
      return { valueDateTime: value.dateTime }
    case 'time':
      return { valueTime: value.time }
    case 'period':
      return {
        valuePeriod: {
          ...valueAs('start', value.start),
          ...valueAs('end', value.end)
        }
      }
    default:
      return ofAmount(value)
  }
}

const toReferenceRange = (
  range: ReferenceRange
): ObservationReferenceRange => ({
  ...quantityAs('low', range.low),
  ...quantityAs('high', range.high),
  ...conceptAs('type', range.type),
  ...listAs('appliesTo', range.appliesTo.map(toCodeableConcept)),
  ...(range.ageLow === null && range.ageHigh === null
    ? {}
    : {
        age: {
          ...quantityAs('low', range.ageLow),
          ...quantityAs('high', range.ageHigh)
        }
      }),
  ...valueAs('text', range.text)
})

/** Invariant obs-3: a range has an end or a text. */
export const rangesOf = (
  ranges: readonly ReferenceRange[]
): { referenceRange?: ObservationReferenceRange[] } =>
  listAs(
    'referenceRange',
    ranges
      .filter(({ low, high, text }) => low ?? high ?? text)
      .map(toReferenceRange)
  )
