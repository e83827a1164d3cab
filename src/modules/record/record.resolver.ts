import { Allergy } from './allergies/allergy.view.ts'
import { AllergyArgs, toAllergyFilter } from './allergies/allergy.filter.ts'
import { createAreaResolver } from './area.resolver.ts'
import { AREAS } from './areas.ts'
import {
  MedicationArgs,
  toMedicationFilter
} from './medications/medication.filter.ts'
import { MedicationCourse } from './medications/medication.view.ts'

export const AllergiesResolver = createAreaResolver({
  field: 'allergies',
  description:
    'Allergies, intolerances and adverse reactions, also ended ones.',
  entries: ({ entries }) => entries.ALLERGIES,
  area: AREAS.ALLERGIES,
  view: Allergy,
  args: AllergyArgs,
  toFilter: toAllergyFilter
})

export const MedicationsResolver = createAreaResolver({
  field: 'medications',
  description: 'Medicines with their prescriptions, current and past.',
  entries: ({ entries }) => entries.MEDICATIONS,
  area: AREAS.MEDICATIONS,
  view: MedicationCourse,
  args: MedicationArgs,
  toFilter: toMedicationFilter
})
