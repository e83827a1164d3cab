import type {
  Address as FhirAddress,
  ContactPoint,
  HumanName
} from 'fhir/r3.js'
import type { Address } from '../../../vocabulary/demographics.ts'

interface PersonName {
  readonly prefix: readonly string[]
  readonly given: readonly string[]
  readonly family: string
}

/** The profiles ask for one official name; parts not known are left out. */
export const toOfficialName = ({
  prefix,
  given,
  family
}: PersonName): HumanName => ({
  use: 'official',
  family,
  ...(given.length > 0 ? { given: [...given] } : {}),
  ...(prefix.length > 0 ? { prefix: [...prefix] } : {})
})

/** Null when nothing of it is known: FHIR has no empty elements. */
export const toAddress = (
  address: Address | null,
  use: 'home' | 'work'
): FhirAddress | null => {
  if (address === null) return null
  const { line, city, district, postalCode } = address
  const known = {
    ...(line.length > 0 ? { line: [...line] } : {}),
    ...(city === null ? {} : { city }),
    ...(district === null ? {} : { district }),
    ...(postalCode === null ? {} : { postalCode })
  }
  return Object.keys(known).length > 0 ? { use, ...known } : null
}

/** `telecom` of an organisation or a place, or no element at all. */
export const workTelephone = (
  telephone: string | null
): { telecom?: ContactPoint[] } =>
  telephone === null
    ? {}
    : { telecom: [{ system: 'phone', value: telephone, use: 'work' }] }
