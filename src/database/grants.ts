/**
 * What the application role may do with each table: the least it needs.
 * Audit rows and replaced versions are only ever added (Ruling R33).
 */
const APPLICATION_GRANTS = {
  practice: 'select, insert, update',
  organization: 'select, insert, update',
  location: 'select, insert, update',
  practitioner: 'select, insert, update',
  practitioner_role: 'select, insert, update',
  patient: 'select, insert, update',
  practice_record_access: 'select, insert, update',
  patient_record_access: 'select, insert, update',
  practice_default_access: 'select, insert, update',
  solution: 'select, insert, update',
  audit_event: 'select, insert',
  audit_read: 'select, insert',
  audit_head: 'select, insert, update',
  allergy: 'select, insert, update',
  medication_course: 'select, insert, update',
  medication_issue: 'select, insert, update',
  consultation: 'select, insert, update',
  consultation_section: 'select, insert, update',
  immunisation: 'select, insert, update',
  problem: 'select, insert, update',
  investigation_request: 'select, insert, update',
  specimen: 'select, insert, update',
  investigation_report: 'select, insert, update',
  observation: 'select, insert, update',
  referral: 'select, insert, update',
  document: 'select, insert, update',
  diary_entry: 'select, insert, update',
  consultation_item: 'select, insert, update, delete',
  problem_link: 'select, insert, update, delete',
  document_content: 'select, insert, update',
  entry_version: 'select, insert',
  mikro_orm_migrations: 'select'
} as const

/** What the role may no longer reach, though it once could. */
const WITHDRAWN = ['audit_event_unchained']

/** A role name as an SQL identifier. */
const quoteIdentifier = (name: string): string =>
  `"${name.replaceAll('"', '""')}"`

export const grantStatements = (applicationRole: string): string[] => {
  const role = quoteIdentifier(applicationRole)
  return [
    `grant usage on schema public to ${role}`,
    ...WITHDRAWN.map((table) => `revoke all on ${table} from ${role}`),
    ...Object.entries(APPLICATION_GRANTS).flatMap(([table, privileges]) => [
      `revoke all on ${table} from ${role}`,
      `grant ${privileges} on ${table} to ${role}`
    ])
  ]
}
