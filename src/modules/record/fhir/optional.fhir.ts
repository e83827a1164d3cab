import type { CodeableConcept as FhirConcept } from 'fhir/r3.js'
import type { CodeableConcept } from '../../../vocabulary/coding.ts'
import { toCodeableConcept } from './concept.fhir.ts'

/** A concept as the element `name`, or no element at all. */
export const conceptAs = <Name extends string>(
  name: Name,
  concept: CodeableConcept | null
): Partial<Record<Name, FhirConcept>> =>
  concept === null ? {} : only(name, toCodeableConcept(concept))

/** A list as the element `name`; FHIR has no empty lists. */
export const listAs = <Name extends string, Item>(
  name: Name,
  items: readonly Item[]
): Partial<Record<Name, Item[]>> =>
  items.length === 0 ? {} : only(name, [...items])

/** A value as the element `name`, or no element at all. */
export const valueAs = <Name extends string, Value>(
  name: Name,
  value: Value | null
): Partial<Record<Name, Value>> => (value === null ? {} : only(name, value))

const only = <Name extends string, Value>(
  name: Name,
  value: Value
): Partial<Record<Name, Value>> => {
  const element: Partial<Record<Name, Value>> = {}
  element[name] = value
  return element
}
