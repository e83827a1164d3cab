import type {
  CodeableConcept as FhirConcept,
  Coding as FhirCoding,
  Quantity as FhirQuantity
} from 'fhir/r3.js'
import type {
  CodeableConcept,
  Coding,
  Quantity
} from '../../../vocabulary/coding.ts'
import { SCT_DESCRIPTION_EXTENSION } from '../../../vocabulary/fhir-system.ts'
import { complexExtension, extension } from './extension.fhir.ts'

const descriptionOf = ({ descriptionId, descriptionDisplay }: Coding) => {
  if (!descriptionId) return []
  const display = descriptionDisplay
    ? [extension('descriptionDisplay', { valueString: descriptionDisplay })]
    : []
  return [
    complexExtension(SCT_DESCRIPTION_EXTENSION, [
      extension('descriptionId', { valueId: descriptionId }),
      ...display
    ])
  ]
}

const toCoding = (coding: Coding): FhirCoding => {
  const description = descriptionOf(coding)
  return {
    ...(description.length > 0 ? { extension: description } : {}),
    system: coding.system,
    code: coding.code,
    ...(coding.display === null ? {} : { display: coding.display })
  }
}

/** Digest section 7: the text goes only where it says more than a display. */
export const toCodeableConcept = ({
  coding,
  text
}: CodeableConcept): FhirConcept => ({
  ...(coding.length > 0 ? { coding: coding.map(toCoding) } : {}),
  ...(text === null || coding.some(({ display }) => display === text)
    ? {}
    : { text })
})

/** A concept of one code, with the display its system gives it. */
export const codedConcept = (
  system: string,
  code: string,
  display: string
): FhirConcept => ({ coding: [{ system, code, display }] })

export const toQuantity = ({
  value,
  unit,
  system,
  code
}: Quantity): FhirQuantity => ({
  value,
  ...(unit === null ? {} : { unit }),
  // Invariant qty-3: a code says nothing without its system.
  ...(system === null || code === null ? {} : { system, code })
})
