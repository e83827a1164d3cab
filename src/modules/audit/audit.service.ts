import type { EntityManager } from '@mikro-orm/postgresql'
import type { Viewer } from '../../policy/viewer.ts'
import { AuditEventEntity } from './audit-event.entity.ts'

export type AuditAction =
  | 'SET_PRACTICE_RECORD_ACCESS'
  | 'SET_PATIENT_RECORD_ACCESS'
  | 'SET_CITIZEN_SERVICE_ACCESS'
  | 'RECORD_COMPETENCE_ASSESSMENT'

export type AuditOutcome = 'CHANGED' | 'ALREADY_IN_FORCE' | 'REFUSED'

/** One thing that was done, tried or refused (Ruling R33). */
export interface AuditEntry {
  readonly practiceId: string
  readonly patientId: string | null
  readonly viewer: Viewer
  readonly action: AuditAction
  readonly outcome: AuditOutcome
  /** Old and new values, or why it was refused. */
  readonly detail: object
  readonly reason: string | null
  readonly requestId: string
}

/** What every audit row takes from its surroundings. */
export interface AuditContext {
  readonly clock: () => Date
  readonly ids: () => string
}

const actorOf = (viewer: Viewer): object => {
  switch (viewer.kind) {
    case 'practice-staff':
      return {
        kind: viewer.kind,
        userId: viewer.userId,
        roleProfileId: viewer.roleProfileId,
        odsCode: viewer.odsCode
      }
    case 'patient':
      return { kind: viewer.kind, nhsNumber: viewer.nhsNumber }
    case 'anonymous':
      return { kind: viewer.kind }
  }
}

/** Adds the row to `em`, so that it commits with what it tells of. */
export const addAuditEvent = (
  em: EntityManager,
  { viewer, ...entry }: AuditEntry,
  { clock, ids }: AuditContext
): void => {
  em.persist(
    em.create(AuditEventEntity, {
      ...entry,
      id: ids(),
      occurredAt: clock(),
      actor: actorOf(viewer)
    })
  )
}
