/** One code of one code system; `display` is the system's own term for it. */
export interface Coding {
  readonly system: string
  readonly code: string
  readonly display: string | null
  /** SNOMED CT description the clinician chose (extension sctdescid). */
  readonly descriptionId?: string
  readonly descriptionDisplay?: string
}

export interface CodeableConcept {
  readonly coding: readonly Coding[]
  readonly text: string | null
}

/** A business identifier: unique in its namespace and kept for ever. */
export interface Identifier {
  readonly system: string
  readonly value: string
}

/** An amount with its unit as recorded; code and system when coded (UCUM). */
export interface Quantity {
  readonly value: number
  readonly unit: string | null
  readonly system: string | null
  readonly code: string | null
}
