import type { Visible } from '../../../policy/record-access.ts'
import type { Area } from '../area.ts'
import type { AllergyCandidate } from './allergy.candidate.ts'
import type { AllergyFilter } from './allergy.filter.ts'
import { loadAllergies } from './allergy.loader.ts'
import type { AllergyRow } from './allergy.row.ts'
import { toAllergyView, type Allergy } from './allergy.view.ts'

export const allergyArea: Area<
  Visible<AllergyRow>,
  Allergy,
  AllergyCandidate,
  AllergyFilter
> = {
  area: 'ALLERGIES',
  load: loadAllergies,
  position: ({ clinicalDate, id }) => ({ clinicalDate, id }),
  practitionerIds: ({ recorderId, asserterId }) =>
    asserterId === null ? [recorderId] : [recorderId, asserterId],
  toView: toAllergyView
}
