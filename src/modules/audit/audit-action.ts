/** What staff configure for a practice, by the mutation that does it. */
const PRACTICE_CONFIGURATION = {
  setPracticeRecordAccess: 'SET_PRACTICE_RECORD_ACCESS',
  setPracticePrescriptionOrdering: 'SET_PRACTICE_PRESCRIPTION_ORDERING',
  setDefaultAccess: 'SET_DEFAULT_ACCESS',
  setAtRiskDefaultAccess: 'SET_AT_RISK_DEFAULT_ACCESS',
  setSignalHiddenItems: 'SET_SIGNAL_HIDDEN_ITEMS',
  addSolution: 'ADD_SOLUTION',
  removeSolution: 'REMOVE_SOLUTION'
} as const

/** The same for one patient. */
const PATIENT_CONFIGURATION = {
  setPatientRecordAccess: 'SET_PATIENT_RECORD_ACCESS',
  setCitizenServiceAccess: 'SET_CITIZEN_SERVICE_ACCESS',
  recordCompetenceAssessment: 'RECORD_COMPETENCE_ASSESSMENT',
  setPatientPrescriptionOrdering: 'SET_PATIENT_PRESCRIPTION_ORDERING'
} as const

/**
 * What the audit calls each operation, whatever interface offers it. A test
 * fails for a root field of the graph that is not here (Ruling R33).
 */
export const AUDIT_ACTIONS = {
  ...PRACTICE_CONFIGURATION,
  ...PATIENT_CONFIGURATION,
  viewer: 'READ_RECORD',
  patient: 'READ_RECORD',
  '$gpc.getstructuredrecord': 'READ_RECORD',
  practice: 'READ_PRACTICE',
  explainAccess: 'EXPLAIN_ACCESS',
  auditEvents: 'READ_AUDIT',
  restrictRecordEntries: 'RESTRICT_ENTRIES',
  liftRecordEntryRestriction: 'LIFT_RESTRICTION',
  import: 'IMPORT_RECORD'
} as const

/** A root field of the graph, a FHIR operation or a command. */
export type AuditedOperation = keyof typeof AUDIT_ACTIONS

export type AuditAction = (typeof AUDIT_ACTIONS)[AuditedOperation]

/** Every action once. */
export const ALL_AUDIT_ACTIONS: readonly AuditAction[] = [
  ...new Set(Object.values(AUDIT_ACTIONS))
]

/** Actions that change how access is configured, for the history. */
export const CONFIGURING_ACTIONS: readonly AuditAction[] = [
  ...Object.values(PRACTICE_CONFIGURATION),
  ...Object.values(PATIENT_CONFIGURATION)
]

/** Of these, the ones that are about a practice. */
export const PRACTICE_ACTIONS: readonly AuditAction[] = Object.values(
  PRACTICE_CONFIGURATION
)

const isAudited = (operation: string): operation is AuditedOperation =>
  Object.hasOwn(AUDIT_ACTIONS, operation)

/** Throws for an operation without a line above: that is a fault of ours. */
export const getAuditAction = (operation: string): AuditAction => {
  if (!isAudited(operation)) throw new Error('An operation has no audit action')
  return AUDIT_ACTIONS[operation]
}

/** `ALLOWED` is of reads, the first two of changes, the last of both. */
export const AUDIT_OUTCOMES = [
  'CHANGED',
  'ALREADY_IN_FORCE',
  'ALLOWED',
  'REFUSED'
] as const

export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number]
