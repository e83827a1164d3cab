import type { MedicationCourseContent } from '../../record/entry-content.ts'
import { toDate } from './datatypes.ts'
import type { SourceElement } from '../bundle/source-element.ts'

const LARGEST_INTEGER = 2_147_483_647

const INTEGER_ELEMENTS = [
  'valueUnsignedInt',
  'valuePositiveInt',
  'valueInteger'
]

/** Suppliers send any of FHIR's three kinds of whole number. */
const toCount = (extension: SourceElement): number | null => {
  const element = INTEGER_ELEMENTS.map((name) => extension.child(name)).find(
    ({ present }) => present
  )
  const value = element?.number() ?? null
  if (element === undefined || value === null) return null
  if (Number.isInteger(value) && value >= 0 && value <= LARGEST_INTEGER) {
    return value
  }
  element.lose('is no count')
  return null
}

/** How often a repeat may be issued, has been, and until when. */
export const toRepeatInformation = (
  root: SourceElement
): Pick<
  MedicationCourseContent,
  'repeatsAllowed' | 'repeatsIssued' | 'authorisationExpiry'
> => {
  const repeat = root.extension('MedicationRepeatInformation')
  const expiry = repeat.extension('authorisationExpiryDate')
  return {
    repeatsAllowed: toCount(
      repeat.extension('numberOfRepeatPrescriptionsAllowed')
    ),
    repeatsIssued: toCount(
      repeat.extension('numberOfRepeatPrescriptionsIssued')
    ),
    authorisationExpiry: toDate(expiry.child('valueDateTime'))
  }
}
