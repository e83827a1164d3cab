import type { CodeableConcept } from '../../../../vocabulary/coding.ts'
import type { AllergyCategory } from '../../../../modules/record/allergies/allergy.row.ts'
import { degraded, snomed } from './snomed.ts'

export interface Allergen {
  readonly category: AllergyCategory
  readonly code: CodeableConcept
}

const medication = (code: string, display: string): Allergen => ({
  category: 'medication',
  code: snomed(code, display)
})

/** GP Connect knows two categories: whatever is no drug is environment. */
const environment = (code: string, display: string): Allergen => ({
  category: 'environment',
  code: snomed(code, display)
})

export const ALLERGENS = {
  amoxicillin: medication('294505008', 'Allergy to amoxicillin'),
  aspirin: medication('293586001', 'Allergy to aspirin'),
  codeine: medication('293597001', 'Allergy to codeine'),
  erythromycin: medication('91931000', 'Allergy to erythromycin'),
  ibuprofen: medication('293619005', 'Allergy to ibuprofen'),
  penicillin: medication('91936005', 'Allergy to penicillin'),
  sulfonamide: medication('91939003', 'Allergy to sulfonamide'),
  noneKnown: medication('716186003', 'No known allergy'),
  beeVenom: environment('424213003', 'Allergy to bee venom'),
  catDander: environment('232346004', 'Allergy to cat dander'),
  grassPollen: environment('418689008', 'Allergy to grass pollen'),
  peanut: environment('91935009', 'Allergy to peanut'),
  treePollen: environment('419263009', 'Allergy to tree pollen')
} as const satisfies Record<string, Allergen>

/** An allergy that was handed over in words only. */
export const allergenInWords = (text: string): Allergen => ({
  category: 'environment',
  code: degraded(
    snomed('196471000000108', 'Transfer-degraded non-drug allergy'),
    text
  )
})
