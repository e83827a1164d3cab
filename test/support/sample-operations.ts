import type { StaffOperation } from '../../src/policy/staff-operations.ts'
import type { StaffPermission } from '../../src/policy/viewer.ts'
import type { Arguments } from './operation-document.ts'
import { DEMO_SOLUTION_ID, ELM_TREE, NHS_NUMBERS } from './people.ts'

/** Versions of configurations in force, by ODS code or NHS number. */
export type ConfigurationVersions = ReadonlyMap<string, number>

interface SampleOperation {
  /** What its criterion says that one must be permitted to do. */
  readonly needs: StaffPermission
  /** Of a mutation: such that the demo practice's rows change. */
  readonly arguments: Arguments
  /** For a mutation that takes `expectedVersion`: whose it is. */
  readonly versionOf?: string
  /** For what also takes `entryId`: whose entry it is. */
  readonly entryOf?: string
}

/** What is only known once the demo practice is stored. */
export interface StoredDemo {
  readonly versions: ConfigurationVersions
  /** An entry of each patient, a restricted one if there is any. */
  readonly entryIds: ReadonlyMap<string, string>
}

const ofAda = { nhsNumber: NHS_NUMBERS.ada }
const ofPractice = { odsCode: ELM_TREE }

/** One way to ask for each field that staff need a permission for. */
export const SAMPLE_OPERATIONS = {
  'Query.practice': { needs: 'VIEW_CONFIGURATION', arguments: ofPractice },
  'Practice.access': { needs: 'VIEW_CONFIGURATION', arguments: ofPractice },
  'Patient.access': { needs: 'VIEW_CONFIGURATION', arguments: ofAda },
  'Mutation.setPracticeRecordAccess': {
    needs: 'CONFIGURE_PRACTICE',
    arguments: {
      ...ofPractice,
      input: { level: 'FULL_RECORD', enabled: false }
    },
    versionOf: ELM_TREE
  },
  'Mutation.setPatientRecordAccess': {
    needs: 'CONFIGURE_PATIENT',
    arguments: {
      nhsNumber: NHS_NUMBERS.cara,
      input: { level: 'SUMMARY', enabled: false }
    },
    versionOf: NHS_NUMBERS.cara
  },
  'Mutation.setCitizenServiceAccess': {
    needs: 'CONFIGURE_PATIENT',
    arguments: { nhsNumber: NHS_NUMBERS.ben, input: { enabled: false } },
    versionOf: NHS_NUMBERS.ben
  },
  'Mutation.recordCompetenceAssessment': {
    needs: 'CONFIGURE_PATIENT',
    arguments: {
      nhsNumber: NHS_NUMBERS.hari,
      input: { competent: true, reason: 'Understands what access means' }
    },
    versionOf: NHS_NUMBERS.hari
  },
  'Mutation.setPatientPrescriptionOrdering': {
    needs: 'CONFIGURE_PATIENT',
    arguments: { nhsNumber: NHS_NUMBERS.dev, input: { enabled: false } },
    versionOf: NHS_NUMBERS.dev
  },
  'Mutation.setPracticePrescriptionOrdering': {
    needs: 'CONFIGURE_PRACTICE',
    arguments: { ...ofPractice, input: { enabled: false } },
    versionOf: ELM_TREE
  },
  'PracticeAccess.patientsByLevel': {
    needs: 'VIEW_CONFIGURATION',
    arguments: ofPractice
  },
  'Mutation.setDefaultAccess': {
    needs: 'CONFIGURE_PRACTICE',
    arguments: {
      ...ofPractice,
      input: { levels: [], prescriptionOrdering: false }
    },
    versionOf: ELM_TREE
  },
  'Mutation.setAtRiskDefaultAccess': {
    needs: 'CONFIGURE_PRACTICE',
    arguments: {
      ...ofPractice,
      input: { levels: [], prescriptionOrdering: false }
    },
    versionOf: ELM_TREE
  },
  'Mutation.setSignalHiddenItems': {
    needs: 'CONFIGURE_PRACTICE',
    arguments: { ...ofPractice, input: { enabled: false } },
    versionOf: ELM_TREE
  },
  'Practice.citizenServices': {
    needs: 'VIEW_CONFIGURATION',
    arguments: ofPractice
  },
  'Practice.solutions': { needs: 'VIEW_CONFIGURATION', arguments: ofPractice },
  'Mutation.addSolution': {
    needs: 'CONFIGURE_PRACTICE',
    arguments: {
      ...ofPractice,
      input: {
        name: 'Another app',
        supplier: 'Its maker',
        services: ['RECORD_ACCESS']
      }
    },
    versionOf: ELM_TREE
  },
  'Mutation.removeSolution': {
    needs: 'CONFIGURE_PRACTICE',
    arguments: {
      ...ofPractice,
      solutionId: DEMO_SOLUTION_ID,
      input: {}
    },
    versionOf: ELM_TREE
  },
  'Patient.accessHistory': { needs: 'VIEW_CONFIGURATION', arguments: ofAda },
  'Practice.accessHistory': {
    needs: 'VIEW_CONFIGURATION',
    arguments: ofPractice
  },
  'Query.auditEvents': { needs: 'READ_AUDIT', arguments: ofPractice },
  'Patient.record': { needs: 'VIEW_RECORD', arguments: ofAda },
  'Patient.fhirStructuredRecord': {
    needs: 'VIEW_RECORD',
    arguments: {
      ...ofAda,
      includeAllergies: { includeResolvedAllergies: true }
    }
  },
  'Patient.recordAsSeenBy': { needs: 'VIEW_RECORD', arguments: ofAda },
  'Query.explainAccess': {
    needs: 'VIEW_RECORD',
    arguments: ofAda,
    entryOf: NHS_NUMBERS.ada
  },
  'Mutation.restrictRecordEntries': {
    needs: 'REVIEW_RECORD',
    arguments: { ...ofAda, input: { reason: 'Third party' } },
    entryOf: NHS_NUMBERS.ada
  },
  'Mutation.liftRecordEntryRestriction': {
    needs: 'REVIEW_RECORD',
    arguments: {
      nhsNumber: NHS_NUMBERS.gwen,
      input: { reason: 'No longer needed' }
    },
    entryOf: NHS_NUMBERS.gwen
  },
  'Patient.restrictedEntries': { needs: 'VIEW_RECORD', arguments: ofAda }
} as const satisfies Record<StaffOperation, SampleOperation>

const samples: Readonly<Record<StaffOperation, SampleOperation>> =
  SAMPLE_OPERATIONS

/** A sample's arguments, with the version or the entry where it takes one. */
export const sampleArguments = (
  operation: StaffOperation,
  { versions, entryIds }: StoredDemo
): Arguments => {
  const { arguments: given, versionOf, entryOf } = samples[operation]
  const entryId = entryOf && entryIds.get(entryOf)
  if (entryId && given['input']) {
    return { ...given, input: { ...Object(given['input']), ids: [entryId] } }
  }
  if (entryId) return { ...given, entryId }
  if (versionOf === undefined) return given
  const expectedVersion = versions.get(versionOf)
  return { ...given, input: { ...Object(given['input']), expectedVersion } }
}
