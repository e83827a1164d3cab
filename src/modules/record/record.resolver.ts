import { Allergy } from './allergies/allergy.view.ts'
import { AllergyArgs, toAllergyFilter } from './allergies/allergy.filter.ts'
import { AreaArgs } from './area-args.ts'
import { createAreaResolver } from './area.resolver.ts'
import { AREAS } from './areas.ts'
import { DocumentArgs, toDocumentFilter } from './documents/document.filter.ts'
import { Document } from './documents/document.view.ts'
import {
  ImmunisationArgs,
  toImmunisationFilter
} from './immunisations/immunisation.filter.ts'
import { Immunisation } from './immunisations/immunisation.view.ts'
import { InvestigationReport } from './investigations/investigation.view.ts'
import {
  MedicationArgs,
  toMedicationFilter
} from './medications/medication.filter.ts'
import { MedicationCourse } from './medications/medication.view.ts'
import { ProblemArgs, toProblemFilter } from './problems/problem.filter.ts'
import { Problem } from './problems/problem.view.ts'
import { ReferralArgs, toReferralFilter } from './referrals/referral.filter.ts'
import { Referral } from './referrals/referral.view.ts'
import {
  toUncategorisedFilter,
  UncategorisedArgs
} from './uncategorised-data/uncategorised.filter.ts'
import { UncategorisedEntry } from './uncategorised-data/uncategorised.view.ts'

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

export const ImmunisationsResolver = createAreaResolver({
  field: 'immunisations',
  description: 'Immunisations that were given, and those that were not.',
  entries: ({ entries }) => entries.IMMUNISATIONS,
  area: AREAS.IMMUNISATIONS,
  view: Immunisation,
  args: ImmunisationArgs,
  toFilter: toImmunisationFilter
})

export const ProblemsResolver = createAreaResolver({
  field: 'problems',
  description: 'Problems, active and inactive.',
  entries: ({ entries }) => entries.PROBLEMS,
  area: AREAS.PROBLEMS,
  view: Problem,
  args: ProblemArgs,
  toFilter: toProblemFilter
})

export const ReferralsResolver = createAreaResolver({
  field: 'referrals',
  description: 'Referrals to other professionals and organisations.',
  entries: ({ entries }) => entries.REFERRALS,
  area: AREAS.REFERRALS,
  view: Referral,
  args: ReferralArgs,
  toFilter: toReferralFilter
})

export const DocumentsResolver = createAreaResolver({
  field: 'documents',
  description: 'Letters, scans and other documents, each with its content.',
  entries: ({ entries }) => entries.DOCUMENTS,
  area: AREAS.DOCUMENTS,
  view: Document,
  args: DocumentArgs,
  toFilter: toDocumentFilter
})

export const InvestigationsResolver = createAreaResolver({
  field: 'investigations',
  description: 'Reports of laboratories, each with its results.',
  entries: ({ entries }) => entries.INVESTIGATIONS,
  area: AREAS.INVESTIGATIONS,
  view: InvestigationReport,
  args: AreaArgs,
  toFilter: () => null
})

export const UncategorisedDataResolver = createAreaResolver({
  field: 'uncategorisedData',
  description: 'Measurements and findings that have no area of their own.',
  entries: ({ entries }) => entries.UNCATEGORISED_DATA,
  area: AREAS.UNCATEGORISED_DATA,
  view: UncategorisedEntry,
  args: UncategorisedArgs,
  toFilter: toUncategorisedFilter
})
