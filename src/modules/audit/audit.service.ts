import type { KeyObject } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { databaseOf } from '../../database/sql.ts'
import type { ConfigurationSetting } from '../../vocabulary/configuration-setting.ts'
import { appendRows } from './append.service.ts'
import type { AuditAction, AuditOutcome } from './audit-action.ts'
import { actorOf, type AuditedViewer } from './audit-actor.ts'
import { storable } from './canonical.ts'
import { toMicroseconds } from './chain.ts'

export type { AuditAction, AuditOutcome } from './audit-action.ts'

/** One thing that was done, tried or refused (Ruling R33). */
export interface AuditEntry {
  readonly practiceId: string
  readonly patientId: string | null
  readonly viewer: AuditedViewer
  readonly action: AuditAction
  readonly outcome: AuditOutcome
  /** What the change was about; the history is looked up by it. */
  readonly settings: readonly ConfigurationSetting[]
  /** Old and new values, or why it was refused. */
  readonly detail: object
  readonly reason: string | null
  readonly requestId: string
}

/** What seals the changes of one request or command. */
export interface ChangeAudit {
  readonly key: KeyObject
  /** Is told of each chain of changes that a row was added to. */
  changed(practiceId: string): void
}

/** What every audit row takes from its surroundings. */
export interface AuditContext {
  readonly clock: () => Date
  readonly ids: () => string
  readonly audit: ChangeAudit
}

/**
 * Adds the row in the transaction of `em`, so that it commits with what it
 * tells of or not at all. What `em` holds is written first: from here until
 * the end of the transaction the practice's chain is locked, and nothing that
 * somebody else may hold should be waited for (Ruling R33).
 */
export const addAuditEvent = async (
  em: EntityManager,
  { viewer, ...entry }: AuditEntry,
  { clock, ids, audit }: AuditContext
): Promise<void> => {
  await em.flush()
  const row = {
    ...entry,
    id: ids(),
    occurredAt: toMicroseconds(clock()),
    actor: actorOf(viewer),
    detail: storable(entry.detail)
  }
  await appendRows(databaseOf(em), audit.key, [{ chain: 'changes', row }])
  audit.changed(entry.practiceId)
}
