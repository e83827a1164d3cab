import type { AdministrativeGender } from '../../../vocabulary/demographics.ts'
import { gpcCodeSystem } from '../../../vocabulary/fhir-system.ts'
import type { LocalDate } from '../../../vocabulary/partial-date.ts'
import type { DemoPatient } from './demo-patient.ts'

interface Essentials {
  readonly nhsNumber: string
  readonly prefix: string
  readonly given: string
  readonly family: string
  readonly gender: AdministrativeGender
  readonly birthDate: LocalDate
  readonly street: string
  /** The town and postcode default to those of Elm Tree Surgery. */
  readonly city?: string
  readonly postalCode?: string
  /** From the range that is never connected. */
  readonly telephone: string
  readonly registeredFrom: LocalDate
}

const REGULAR = {
  system: gpcCodeSystem('CareConnect-RegistrationType'),
  code: 'R',
  display: 'Regular'
}

/** A patient registered in the ordinary way, save what `unusual` says. */
export const person = (
  { prefix, given, street, city, postalCode, telephone, ...rest }: Essentials,
  unusual: Partial<DemoPatient['person']> = {}
): DemoPatient['person'] => ({
  ...rest,
  prefix: [prefix],
  given: [given],
  address: {
    line: [street],
    city: city ?? 'Ambleford',
    district: 'Testshire',
    postalCode: postalCode ?? 'ZZ99 1AC'
  },
  telecom: [{ system: 'phone', value: telephone, use: 'mobile' }],
  active: true,
  deceased: null,
  sensitive: false,
  dissentFromSharing: false,
  registeredTo: null,
  registrationType: REGULAR,
  transferPending: false,
  ...unusual
})
