import type { Disclosure } from '../../../policy/disclosure.ts'
import type { CodeableConcept, Quantity } from '../../../vocabulary/coding.ts'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'

/** FHIR's signs for an amount that is only known to lie on one side. */
export type Comparator = '<' | '<=' | '>=' | '>'

/** What each kind of result is made of. */
interface ObservationValues {
  readonly quantity: {
    readonly quantity: Quantity
    readonly comparator: Comparator | null
  }
  readonly text: { readonly text: string }
  readonly concept: { readonly concept: CodeableConcept }
  readonly boolean: { readonly boolean: boolean }
  readonly dateTime: { readonly dateTime: PartialDate }
  /** Of a day, hh:mm:ss. */
  readonly time: { readonly time: string }
  readonly period: {
    readonly start: PartialDate | null
    readonly end: PartialDate | null
  }
  readonly range: {
    readonly low: Quantity | null
    readonly high: Quantity | null
  }
  readonly ratio: {
    readonly numerator: Quantity | null
    readonly denominator: Quantity | null
  }
}

export type ObservationValueType = keyof ObservationValues

/** A result as it is stored, told apart by `type`. */
export type ObservationValue = {
  [Type in ObservationValueType]: {
    readonly type: Type
  } & ObservationValues[Type]
}[ObservationValueType]

type PartOf<Values> = Values extends unknown ? keyof Values : never

/** Any part a value may have; a new one does not compile without its class. */
export type ObservationValuePart = Exclude<PartOf<ObservationValue>, 'type'>

/** Ruling R20: a result that is a string is text. */
export const VALUE_DISCLOSURE = {
  type: 'tag',
  quantity: 'always',
  comparator: 'always',
  text: 'full-only',
  concept: 'codings',
  boolean: 'always',
  dateTime: 'always',
  time: 'always',
  start: 'always',
  end: 'always',
  low: 'always',
  high: 'always',
  numerator: 'always',
  denominator: 'always'
} as const satisfies Disclosure<
  { readonly type: ObservationValueType } & Record<
    ObservationValuePart,
    unknown
  >
>
