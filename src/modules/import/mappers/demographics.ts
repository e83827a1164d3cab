import type {
  Address,
  AdministrativeGender,
  ContactPoint
} from '../../../vocabulary/demographics.ts'
import { toCode } from './datatypes.ts'
import type { SourceElement } from '../bundle/source-element.ts'

const GENDERS = ['male', 'female', 'other', 'unknown'] as const

const CONTACT_SYSTEMS = [
  'phone',
  'fax',
  'email',
  'pager',
  'url',
  'sms',
  'other'
] as const

const CONTACT_USES = ['home', 'work', 'temp', 'mobile'] as const

export interface PersonName {
  readonly prefix: readonly string[]
  readonly given: readonly string[]
  readonly family: string
}

const textsOf = (owner: SourceElement, name: string): string[] =>
  owner.items(name).flatMap((element) => element.text() ?? [])

export const toGender = (owner: SourceElement): AdministrativeGender | null =>
  toCode(owner.child('gender'), GENDERS)

/** The official name, else the first; null without a family name. */
export const toPersonName = (owner: SourceElement): PersonName | null => {
  const names = owner.items('name')
  const name = names.find((one) => one.child('use').is('official')) ?? names[0]
  if (!name) return null
  name.child('use').expect('official', 'usual')
  const whole = name.child('text')
  const family = name.child('family').text() ?? whole.text()
  // The parts say all that the whole name says.
  whole.settle()
  if (family === null) return null
  const prefix = textsOf(name, 'prefix')
  return { prefix, given: textsOf(name, 'given'), family }
}

const isUsed = (address: SourceElement): boolean =>
  !['old', 'temp'].some((use) => address.child('use').is(use))

/** The home or only address; others are left for the report. */
export const toAddress = (owner: SourceElement): Address | null => {
  const addresses = owner.items('address')
  const address =
    addresses.find((one) => one.child('use').is('home')) ??
    addresses.find(isUsed)
  if (!address) return null
  address.child('use').expect('home', 'work')
  address.child('type').expect('both', 'physical', 'postal')
  address.child('text').settle()
  const line = textsOf(address, 'line')
  const city = address.child('city').text()
  const district = address.child('district').text()
  const postalCode = address.child('postalCode').text()
  return { line, city, district, postalCode }
}

export const toTelecom = (owner: SourceElement): ContactPoint[] =>
  owner.items('telecom').flatMap((element) => {
    const old = element.child('use').is('old')
    const value = old ? null : element.child('value').text()
    if (value === null) return []
    const system = toCode(element.child('system'), CONTACT_SYSTEMS) ?? 'other'
    const use = toCode(element.child('use'), CONTACT_USES)
    return [{ system, value, use }]
  })

/** A place's one number: the first telephone. */
export const toTelephone = (owner: SourceElement): string | null => {
  const phone = owner
    .items('telecom')
    .find((element) => element.child('system').is('phone'))
  if (!phone) return null
  phone.child('system').settle()
  phone.child('use').expect('work')
  return phone.child('value').text()
}
