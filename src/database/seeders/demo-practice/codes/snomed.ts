import type { CodeableConcept } from '../../../../vocabulary/coding.ts'
import { SNOMED_CT } from '../../../../vocabulary/fhir-system.ts'

/** A concept with SNOMED CT's own term, and no words of the clinician's. */
export const snomed = (code: string, display: string): CodeableConcept => ({
  coding: [{ system: SNOMED_CT, code, display }],
  text: null
})

/** What a source could only say in words: a degraded code and the words. */
export const degraded = (
  concept: CodeableConcept,
  text: string
): CodeableConcept => ({ ...concept, text })
