/** The areas of a GP record, after `$gpc.getstructuredrecord`'s parameters. */
export const CLINICAL_AREAS_IN_ORDER = [
  'ALLERGIES',
  'MEDICATIONS',
  'IMMUNISATIONS',
  'PROBLEMS',
  'CONSULTATIONS',
  'INVESTIGATIONS',
  'REFERRALS',
  'UNCATEGORISED_DATA',
  'DOCUMENTS'
] as const

export type ClinicalArea = (typeof CLINICAL_AREAS_IN_ORDER)[number]
