import { allergyArea } from './allergies/allergy.area.ts'
import type { Area } from './area.ts'
import type { EntryLoader } from './entry.loader.ts'
import { medicationArea } from './medications/medication.area.ts'

/**
 * The areas this server holds, in the order of the record. One that has no
 * line here is answered as a disabled area (Access Record digest 3.3).
 */
export const AREAS = {
  ALLERGIES: allergyArea,
  MEDICATIONS: medicationArea
} as const

export type HeldArea = keyof typeof AREAS

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
