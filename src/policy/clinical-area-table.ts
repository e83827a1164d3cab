import type { RecordAccessLevel } from '../vocabulary/access-level.ts'
import type { ClinicalArea } from '../vocabulary/clinical-area.ts'

/** One row of the level table (Access Record digest section 2). */
interface AreaPolicy {
  /** The rung an entry must have to be shown at all. */
  readonly requiredLevel: RecordAccessLevel
  /** FHIR resource types the area may emit, besides Patient and people. */
  readonly resourceTypes: readonly string[]
  /** Parameter of `$gpc.getstructuredrecord`; null where it has none. */
  readonly includeParameter: string | null
  /** The area's primary List (digest section 4.2); null for documents. */
  readonly list: {
    readonly title: string
    readonly code: string
    readonly display: string
  } | null
}

const list = (title: string, code: string, display = title) => ({
  title,
  code,
  display
})

/** Total over the areas: a new one does not compile without its level. */
const CLINICAL_AREA_TABLE = {
  ALLERGIES: {
    requiredLevel: 'SUMMARY',
    resourceTypes: ['AllergyIntolerance'],
    includeParameter: 'includeAllergies',
    list: list('Allergies and adverse reactions', '886921000000105')
  },
  MEDICATIONS: {
    requiredLevel: 'SUMMARY',
    resourceTypes: ['MedicationStatement', 'MedicationRequest', 'Medication'],
    includeParameter: 'includeMedication',
    list: list('Medications and medical devices', '933361000000108')
  },
  IMMUNISATIONS: {
    requiredLevel: 'DETAILED',
    resourceTypes: ['Immunization'],
    includeParameter: 'includeImmunisations',
    list: list('Immunisations', '1102181000000102')
  },
  PROBLEMS: {
    requiredLevel: 'DETAILED',
    resourceTypes: ['Condition'],
    includeParameter: 'includeProblems',
    list: list('Problems', '717711000000103')
  },
  CONSULTATIONS: {
    requiredLevel: 'DETAILED',
    resourceTypes: ['Encounter', 'List', 'Observation'],
    includeParameter: 'includeConsultations',
    list: list('List of consultations', '1149501000000101')
  },
  INVESTIGATIONS: {
    requiredLevel: 'DETAILED',
    resourceTypes: [
      'DiagnosticReport',
      'ProcedureRequest',
      'Specimen',
      'Observation'
    ],
    includeParameter: 'includeInvestigations',
    list: list('Investigations and results', '887191000000108')
  },
  REFERRALS: {
    requiredLevel: 'DETAILED',
    resourceTypes: ['ReferralRequest'],
    includeParameter: null,
    list: list('Outbound referral', '792931000000107')
  },
  UNCATEGORISED_DATA: {
    requiredLevel: 'DETAILED',
    resourceTypes: ['Observation'],
    includeParameter: null,
    list: list('Uncategorised data', '826501000000100', 'Miscellaneous record')
  },
  DOCUMENTS: {
    requiredLevel: 'DOCUMENTS',
    resourceTypes: ['DocumentReference', 'Binary'],
    includeParameter: null,
    list: null
  }
} as const satisfies Record<ClinicalArea, AreaPolicy>

/** The level table (Access Record digest section 2), total over the areas. */
export const areaPolicy = (area: ClinicalArea): AreaPolicy =>
  CLINICAL_AREA_TABLE[area]

/** All a Bundle may hold at summary besides List and OperationOutcome (R21). */
export const SUMMARY_RESOURCE_TYPES = [
  'Patient',
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Medication',
  'MedicationStatement',
  'MedicationRequest',
  'AllergyIntolerance'
] as const
