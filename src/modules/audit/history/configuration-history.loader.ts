import { sql, type Database } from '../../../database/sql.ts'
import { CONFIGURING_ACTIONS, PRACTICE_ACTIONS } from '../audit-action.ts'
import type { ConfigurationKey } from '../last-changes.loader.ts'
import { loadEventPage, type AuditEventRow } from './event-page.loader.ts'

export type { AuditEventRow } from './event-page.loader.ts'

/**
 * What was configured for a patient, or with null for the practice itself,
 * refusals included, newest first.
 */
export const loadConfigurationHistory = async (
  db: Database,
  { practiceId, patientId }: ConfigurationKey,
  page: { after: number | null; limit: number }
): Promise<readonly AuditEventRow[]> => {
  const found = await loadEventPage(db, {
    chain: 'changes',
    practice: sql`o.id = ${practiceId}`,
    nhsNumber: null,
    conditions: [
      patientId === null
        ? sql`c.patient_id is null`
        : sql`c.patient_id = ${patientId}`,
      sql`c.action = any(${[...(patientId === null ? PRACTICE_ACTIONS : CONFIGURING_ACTIONS)]}::text[])`
    ],
    ...page
  })
  return found?.events ?? []
}
