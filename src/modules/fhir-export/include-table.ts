import type { ClinicalArea } from '../../vocabulary/clinical-area.ts'
import { PRESCRIPTION_TYPES } from '../record/medications/medication.row.ts'

/** What a part of an include holds. */
export interface PartRule {
  readonly value: 'boolean' | 'date' | 'period' | 'code' | 'positiveInt'
  /** The only codes there are. */
  readonly codes?: readonly string[]
  readonly repeats?: boolean
  readonly required?: boolean
}

/** An include of `$gpc.getstructuredrecord` (Access Record digest 1.3). */
export interface IncludeRule {
  readonly area: ClinicalArea
  readonly repeats?: boolean
  readonly parts: Readonly<Record<string, PartRule>>
  /** Two parts that may not come together. */
  readonly exclusive?: readonly [string, string]
  /** Parts of other includes that this one forbids. */
  readonly forbids?: readonly string[]
}

const FORBIDDEN_WITH_PROBLEMS = [
  'medicationSearchFromDate',
  'includeNotGiven',
  'includeStatus'
]

/** By parameter name (digest 1.3); look up with `findIncludeRule` only. */
const INCLUDE_RULES: Readonly<Record<string, IncludeRule>> = {
  includeAllergies: {
    area: 'ALLERGIES',
    parts: { includeResolvedAllergies: { value: 'boolean', required: true } }
  },
  includeMedication: {
    area: 'MEDICATIONS',
    parts: {
      includePrescriptionIssues: { value: 'boolean' },
      medicationSearchFromDate: { value: 'date' },
      filterPrescriptionType: {
        value: 'code',
        codes: PRESCRIPTION_TYPES,
        repeats: true
      }
    }
  },
  includeConsultations: {
    area: 'CONSULTATIONS',
    parts: {
      consultationSearchPeriod: { value: 'period' },
      includeNumberOfMostRecent: { value: 'positiveInt' }
    },
    exclusive: ['consultationSearchPeriod', 'includeNumberOfMostRecent'],
    forbids: [...FORBIDDEN_WITH_PROBLEMS, 'filterSignificance', 'filterStatus']
  },
  includeProblems: {
    area: 'PROBLEMS',
    repeats: true,
    parts: {
      filterStatus: { value: 'code', codes: ['active', 'inactive'] },
      filterSignificance: { value: 'code', codes: ['major', 'minor'] }
    },
    forbids: FORBIDDEN_WITH_PROBLEMS
  },
  includeImmunisations: {
    area: 'IMMUNISATIONS',
    parts: {
      includeNotGiven: { value: 'boolean' },
      includeStatus: { value: 'boolean' }
    }
  },
  includeInvestigations: {
    area: 'INVESTIGATIONS',
    parts: { investigationSearchPeriod: { value: 'period' } }
  }
}

/** Known, and refused even alone: never part of the patient-facing answer. */
export const REFUSED_INCLUDES: readonly string[] = [
  'includeUncategorisedData',
  'includeReferrals',
  'includeDiaryEntries'
]

/** The rule of an include; undefined for any other name. */
export const findIncludeRule = (name: string): IncludeRule | undefined =>
  Object.hasOwn(INCLUDE_RULES, name) ? INCLUDE_RULES[name] : undefined
