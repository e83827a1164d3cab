import type { Annotation } from 'fhir/r3.js'

/** GP Connect's text for a mandatory element of which nothing is known. */
export const NO_INFORMATION = 'No information available'

/** `note` as an element, or no element at all. */
export const noteOf = (
  text: string | null
): { note: Annotation[] } | Record<never, never> =>
  text === null ? {} : { note: [{ text }] }
