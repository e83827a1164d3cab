import { isJsonObject, listOf, memberOf, textOf } from './json-value.ts'

const R4_PROFILE = /\/R4\/|\/UKCore-|^http:\/\/hl7\.org\/fhir\/.*\|4\./

/** Resource types that FHIR has only since R4. */
const R4_TYPES = new Set(['ServiceRequest', 'MedicinalProduct'])

/** Elements that are an object in R4 and a plain code in STU3. */
const OBJECTS_OF_R4 = new Map([
  ['AllergyIntolerance', ['clinicalStatus', 'verificationStatus']],
  ['Condition', ['clinicalStatus', 'verificationStatus']]
])

/** Elements that STU3 does not know. */
const ELEMENTS_OF_R4 = new Map([
  ['AllergyIntolerance', ['recordedDate']],
  ['Condition', ['recordedDate']],
  ['DocumentReference', ['date']],
  ['Immunization', ['occurrenceDateTime', 'statusReason']],
  [
    'MedicationRequest',
    ['reportedBoolean', 'reportedReference', 'doNotPerform']
  ],
  ['Observation', ['hasMember', 'derivedFrom']]
])

const profilesOf = (resource: unknown): readonly unknown[] =>
  listOf(memberOf(memberOf(resource, 'meta'), 'profile'))

const signOf = (resource: unknown): string | undefined => {
  const type = textOf(memberOf(resource, 'resourceType'))
  if (profilesOf(resource).some((url) => R4_PROFILE.test(textOf(url)))) {
    return `by ${type}.meta.profile`
  }
  if (R4_TYPES.has(type)) return `it has a ${type}`
  const element =
    OBJECTS_OF_R4.get(type)?.find((name) =>
      isJsonObject(memberOf(resource, name))
    ) ??
    ELEMENTS_OF_R4.get(type)?.find(
      (name) => memberOf(resource, name) !== undefined
    )
  return element && `by ${type}.${element}`
}

/** What tells that a Bundle is of FHIR R4; undefined when nothing does. */
export const findR4Sign = (bundle: unknown): string | undefined => {
  const ofBundle = signOf(bundle)
  if (ofBundle) return ofBundle
  for (const entry of listOf(memberOf(bundle, 'entry'))) {
    const sign = signOf(memberOf(entry, 'resource'))
    if (sign) return sign
  }
  return undefined
}
