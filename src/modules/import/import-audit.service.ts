import type { EntityManager } from '@mikro-orm/postgresql'
import { databaseOf, rowsOf, sql } from '../../database/sql.ts'
import { addAuditEvent, type AuditContext } from '../audit/audit.service.ts'
import type { PatientKey } from '../record/area.ts'
import type { Tally } from './import-report.ts'

const count = (table: string, { practiceId, patientId }: PatientKey) => sql`
  (select count(*) from ${sql.table(table)} where restricted
    and practice_id = ${practiceId} and patient_id = ${patientId})`

/** Entries of a patient that are restricted now, by their own marks. */
export const countRestricted = async (
  em: EntityManager,
  key: PatientKey
): Promise<number> => {
  const rows = await rowsOf(
    databaseOf(em),
    sql<{ restricted: number }>`
      select (${count('allergy', key)} + ${count('medication_course', key)}
        + ${count('medication_issue', key)})::integer as restricted`
  )
  return rows[0]?.restricted ?? 0
}

/**
 * Ruling R33: what an import did to a patient's record commits with it, also
 * when all was there already.
 */
export const auditImport = (
  em: EntityManager,
  imported: PatientKey & { tally: Tally; restrictionsAdded: number },
  context: AuditContext
): Promise<void> => {
  const { practiceId, patientId, tally, restrictionsAdded } = imported
  const isNews = [...tally.counts.values()].some(
    ({ CREATED, UPDATED }) => CREATED + UPDATED > 0
  )
  return addAuditEvent(
    em,
    {
      practiceId,
      patientId,
      viewer: { kind: 'system' },
      action: 'IMPORT_RECORD',
      outcome: isNews ? 'CHANGED' : 'ALREADY_IN_FORCE',
      settings: [],
      detail: { counts: Object.fromEntries(tally.counts), restrictionsAdded },
      reason: null,
      requestId: context.ids()
    },
    context
  )
}
