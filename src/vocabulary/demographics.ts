/** A postal address as GP Connect has it (no state, no country). */
export interface Address {
  readonly line: readonly string[]
  readonly city: string | null
  readonly district: string | null
  readonly postalCode: string | null
}

/** A telephone number or e-mail address with its FHIR STU3 codes. */
export interface ContactPoint {
  readonly system: 'phone' | 'fax' | 'email' | 'pager' | 'url' | 'sms' | 'other'
  readonly value: string
  readonly use: 'home' | 'work' | 'temp' | 'mobile' | null
}

export type AdministrativeGender = 'male' | 'female' | 'other' | 'unknown'
