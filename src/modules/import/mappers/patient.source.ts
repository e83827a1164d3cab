import { NHS_NUMBER_SYSTEM } from '../../../vocabulary/fhir-system.ts'
import {
  parseNhsNumber,
  type NhsNumber
} from '../../../vocabulary/nhs-number.ts'
import {
  parseLocalDate,
  type LocalDate
} from '../../../vocabulary/partial-date.ts'
import { err, ok, type Result } from '../../../vocabulary/result.ts'
import type { PatientContent } from '../../record/record-writer.ts'
import { toConcept, toDate } from './datatypes.ts'
import {
  toAddress,
  toGender,
  toPersonName,
  toTelecom,
  type PersonName
} from './demographics.ts'
import type { People } from './people.ts'
import { isDissenting, isSensitive } from './security-labels.ts'
import type { SourceBundle } from '../bundle/source-bundle.ts'
import type { SourceElement } from '../bundle/source-element.ts'
import type { SourceResource } from '../bundle/source-resource.ts'

/** Whose record it is: nothing is stored without all of it. */
export interface PatientIdentity {
  readonly resource: SourceResource
  readonly nhsNumber: NhsNumber
  readonly birthDate: LocalDate
  readonly name: PersonName
}

const VERIFIED = '01'

/** A Bundle's own fault, in words without the number itself. */
const NHS_NUMBER_FAULTS = {
  NOT_TEN_DIGITS: 'has an NHS number that is not ten digits',
  WRONG_CHECK_DIGIT: 'has an NHS number with a wrong check digit'
} as const

const checkVerification = (identifier: SourceElement): void => {
  const extension = identifier.extension('NHSNumberVerificationStatus')
  const code = extension
    .child('valueCodeableConcept')
    .child('coding')
    .child('code')
  if (code.is(VERIFIED)) extension.settle()
  else if (code.present) code.lose('says that the NHS number is not verified')
}

const findNhsNumber = (root: SourceElement): Result<NhsNumber, string> => {
  const identifiers = root
    .items('identifier')
    .filter((one) => one.child('system').is(NHS_NUMBER_SYSTEM))
  const numbers = new Set(
    identifiers.map((one) => one.child('value').peek()?.replaceAll(' ', ''))
  )
  const [number] = numbers
  if (number === undefined) {
    return err(`has a Patient without an NHS number (${NHS_NUMBER_SYSTEM})`)
  }
  if (numbers.size > 1) return err('has a Patient with two NHS numbers')
  for (const identifier of identifiers) {
    identifier.child('system').settle()
    identifier.child('value').settle()
    identifier.child('use').settle()
    checkVerification(identifier)
  }
  const parsed = parseNhsNumber(number)
  return parsed.ok ? parsed : err(NHS_NUMBER_FAULTS[parsed.error])
}

/** The Bundle's one patient, or why it is nobody's record. */
export const toPatientIdentity = (
  bundle: SourceBundle
): Result<PatientIdentity, string> => {
  const [resource, another] = bundle.ofType('Patient')
  if (!resource) return err('has no Patient')
  if (another) return err('has more than one Patient')
  const nhsNumber = findNhsNumber(resource.root)
  if (!nhsNumber.ok) return nhsNumber
  const birthDate = parseLocalDate(
    resource.root.child('birthDate').text() ?? ''
  )
  if (!birthDate.ok) return err('has a Patient without a full date of birth')
  const name = toPersonName(resource.root)
  if (name === null) return err('has a Patient without a family name')
  resource.take()
  return ok({
    resource,
    nhsNumber: nhsNumber.value,
    birthDate: birthDate.value,
    name
  })
}

/** An element with a `_` is FHIR's way to say that the value is not known. */
const DECEASED_ELEMENTS = [
  'deceasedDateTime',
  '_deceasedDateTime',
  'deceased',
  'deceasedBoolean',
  '_deceasedBoolean'
]

const DECEASED_IN_DOUBT = 'is not understood; taken as deceased, date unknown'

/** Alive only if nothing is said, or `deceasedBoolean` is false alone. */
const toDeceased = (root: SourceElement): PatientContent['deceased'] => {
  const date = toDate(root.child('deceasedDateTime'))
  if (date !== null) {
    root.child('deceasedBoolean').expect('true')
    return date
  }
  const [odd] = DECEASED_ELEMENTS.filter((name) => root.child(name).present)
  if (odd === undefined) return null
  const flag = root.child('deceasedBoolean').flag()
  if (flag === false && odd === 'deceasedBoolean') return null
  if (flag !== true) root.child(odd).change(DECEASED_IN_DOUBT)
  return 'unknown'
}

/** In doubt nobody uses the record as the patient (Ruling R24). */
const toActive = (root: SourceElement): boolean => {
  const element = root.child('active')
  const given = root.child('_active')
  if (!element.present && !given.present) return true
  const flag = element.flag()
  if (flag === null) element.change('is neither true nor false; taken as false')
  return flag ?? false
}

const registrationOf = (resource: SourceResource, people: People) => {
  const details = resource.root.extension('RegistrationDetails')
  const period = details.extension('registrationPeriod').child('valuePeriod')
  const type = details
    .extension('registrationType')
    .child('valueCodeableConcept')
  const branch = details
    .extension('preferredBranchSurgery')
    .child('valueReference')
  return {
    registeredFrom: toDate(period.child('start')),
    registeredTo: toDate(period.child('end')),
    registrationType: toConcept(type)?.coding[0] ?? null,
    branchSurgeryId: people.locationIdOf(resource, branch)
  }
}

/** Demographics and the practice's own facts of the patient. */
export const toPatient = (
  { resource, nhsNumber, birthDate, name }: PatientIdentity,
  people: People,
  transferPending: boolean
): PatientContent => {
  const { root } = resource
  const usualGp = root.child('generalPractitioner')
  return {
    nhsNumber,
    ...name,
    birthDate,
    gender: toGender(root),
    address: toAddress(root),
    telecom: toTelecom(root),
    active: toActive(root),
    deceased: toDeceased(root),
    sensitive: isSensitive(root),
    dissentFromSharing: isDissenting(root),
    ...registrationOf(resource, people),
    transferPending,
    usualGpId: people.practitionerIdOf(resource, usualGp)
  }
}
