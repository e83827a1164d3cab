import type { StaffPermission } from './viewer.ts'

type FieldCoordinate = `${string}.${string}`

/**
 * What staff must be permitted to do for each operation, by the field of the
 * graph that offers it. The graph takes its rules for these fields from here
 * alone; a field that is not here asks no permission of staff, or is closed.
 */
export const STAFF_OPERATIONS = {
  // E00171: "is permitted to configure" makes seeing a permission of its own.
  'Query.practice': 'VIEW_CONFIGURATION',
  'Practice.access': 'VIEW_CONFIGURATION',
  'Patient.access': 'VIEW_CONFIGURATION',
  // E00171 AC1-8.
  'Mutation.setPracticeRecordAccess': 'CONFIGURE_PRACTICE',
  // E00172 AC1-10.
  'Mutation.setPatientRecordAccess': 'CONFIGURE_PATIENT',
  // E00166 AC1-2.
  'Mutation.setCitizenServiceAccess': 'CONFIGURE_PATIENT',
  // Ruling R10: it opens or closes a patient's own access.
  'Mutation.recordCompetenceAssessment': 'CONFIGURE_PATIENT',
  // E00170 AC1-2, and AC3-4 for the practice.
  'Mutation.setPatientPrescriptionOrdering': 'CONFIGURE_PATIENT',
  'Mutation.setPracticePrescriptionOrdering': 'CONFIGURE_PRACTICE',
  // Rulings R14 and R18; E00166 AC6 for the Solutions.
  'PracticeAccess.patientsByLevel': 'VIEW_CONFIGURATION',
  'Mutation.setDefaultAccess': 'CONFIGURE_PRACTICE',
  'Mutation.setAtRiskDefaultAccess': 'CONFIGURE_PRACTICE',
  'Mutation.setSignalHiddenItems': 'CONFIGURE_PRACTICE',
  'Practice.citizenServices': 'VIEW_CONFIGURATION',
  'Practice.solutions': 'VIEW_CONFIGURATION',
  'Mutation.addSolution': 'CONFIGURE_PRACTICE',
  'Mutation.removeSolution': 'CONFIGURE_PRACTICE',
  // What was configured and by whom belongs to how it is configured.
  'Patient.accessHistory': 'VIEW_CONFIGURATION',
  'Practice.accessHistory': 'VIEW_CONFIGURATION',
  // Ruling R33.
  'Query.auditEvents': 'READ_AUDIT',
  // Ruling R23; E00174 AC3: "is permitted to view" the record.
  'Patient.record': 'VIEW_RECORD',
  'Patient.fhirStructuredRecord': 'VIEW_RECORD',
  'Patient.recordAsSeenBy': 'VIEW_RECORD',
  // E00174 AC1: "is permitted to review" the record; AC4 asks the same here.
  'Mutation.restrictRecordEntries': 'REVIEW_RECORD',
  'Mutation.liftRecordEntryRestriction': 'REVIEW_RECORD',
  // E00174 AC3.
  'Patient.restrictedEntries': 'VIEW_RECORD',
  'Query.explainAccess': 'VIEW_RECORD'
} as const satisfies Record<FieldCoordinate, StaffPermission>

/** A field of the graph that asks staff for a permission. */
export type StaffOperation = keyof typeof STAFF_OPERATIONS

/** Fields that citizens use too; what they see there is decided by entry. */
const SHARED_WITH_CITIZENS: readonly string[] = [
  'Patient.record',
  'Patient.fhirStructuredRecord'
] satisfies readonly StaffOperation[]

/** Whether a field of the table needs no permission of a citizen. */
export const isOpenToCitizens = (coordinate: string): boolean =>
  SHARED_WITH_CITIZENS.includes(coordinate)
