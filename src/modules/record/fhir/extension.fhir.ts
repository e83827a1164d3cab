import type { Extension } from 'fhir/r3.js'

/** An extension that has a value; `value` names its type. */
export const extension = (
  url: string,
  value: Omit<Extension, 'url' | 'extension'>
): Extension => ({ url, ...value })

/** An extension made of parts. */
export const complexExtension = (
  url: string,
  parts: Extension[]
): Extension => ({ url, extension: parts })
