import type { EntryFacts } from '../../../policy/record-access.ts'
import { ALLERGY_KIND, type AllergyRow } from './allergy.row.ts'

/** Facts of an allergy, and which of the two Lists it would stand in. */
export type AllergyCandidate = EntryFacts & Pick<AllergyRow, 'clinicalStatus'>

export const toAllergyCandidate = (row: AllergyRow): AllergyCandidate => ({
  ...ALLERGY_KIND.facts(row),
  clinicalStatus: row.clinicalStatus
})
