import type { Reference } from 'fhir/r3.js'

/** Digest section 7: relative, to a resource of the same Bundle. */
export const referenceTo = (resourceType: string, id: string): Reference => ({
  reference: `${resourceType}/${id}`
})
