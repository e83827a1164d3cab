import {
  CLINICAL_AREAS_IN_ORDER,
  type ClinicalArea
} from '../../vocabulary/clinical-area.ts'
import { allergyArea } from './allergies/allergy.area.ts'
import type { Area } from './area.ts'
import { documentArea } from './documents/document.area.ts'
import type { EntryLoader } from './entry.loader.ts'
import { immunisationArea } from './immunisations/immunisation.area.ts'
import { investigationArea } from './investigations/investigation.area.ts'
import { medicationArea } from './medications/medication.area.ts'
import { problemArea } from './problems/problem.area.ts'
import { referralArea } from './referrals/referral.area.ts'
import { uncategorisedArea } from './uncategorised-data/uncategorised.area.ts'

/**
 * The areas this server holds, in the order of the record. One that has no
 * line here is answered as a disabled area (Access Record digest 3.3).
 */
export const AREAS = {
  ALLERGIES: allergyArea,
  MEDICATIONS: medicationArea,
  IMMUNISATIONS: immunisationArea,
  PROBLEMS: problemArea,
  INVESTIGATIONS: investigationArea,
  REFERRALS: referralArea,
  UNCATEGORISED_DATA: uncategorisedArea,
  DOCUMENTS: documentArea
} as const

export type HeldArea = keyof typeof AREAS

const isHeld = (area: ClinicalArea): area is HeldArea =>
  Object.hasOwn(AREAS, area)

/** In the order of the record. */
export const HELD_AREAS: readonly HeldArea[] =
  CLINICAL_AREAS_IN_ORDER.filter(isHeld)

/** The loader of an area's entries, of the types that area has. */
export type LoaderOf<Name extends HeldArea> =
  (typeof AREAS)[Name] extends Area<
    infer Entry,
    infer _View,
    infer Candidate,
    infer Filter
  >
    ? EntryLoader<Entry, Candidate, Filter>
    : never
