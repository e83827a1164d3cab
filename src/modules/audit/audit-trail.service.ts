import type { KeyObject } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { databaseOf, inTransaction } from '../../database/sql.ts'
import { appendRows, findHeads, type NewAuditRow } from './append.service.ts'
import type { AuditKeys } from './audit-keys.ts'
import { listLastRows } from './chain.loader.ts'
import { createCheckpointer, type Checkpointer } from './checkpointer.ts'
import { createGroupCommit } from './group-commit.ts'
import { listLostHeads } from './lost-heads.loader.ts'

/** Requests whose rows are written together; bounds one statement's size. */
const BATCH_LIMIT = 200

/** Where the audit's key and checkpoint are: outside the database (R33). */
export interface AuditSettings {
  readonly keys: AuditKeys
  /** Absolute path. */
  readonly checkpointFile: string
}

export interface AuditTrailOptions extends AuditSettings {
  readonly em: EntityManager
  readonly clock: () => Date
  /** Is told of what is wrong with the checkpoint; never of patients. */
  readonly report: (problem: string) => void
  /** Is told of a request whose refusals no chain takes. */
  readonly reportUnplaced?: (requestId: string) => void
}

/** The audit of one process (Ruling R33). */
export interface AuditTrail extends Pick<Checkpointer, 'begin' | 'state'> {
  /** Seals what is written in a transaction of a change. */
  readonly key: KeyObject
  /**
   * Adds rows in a transaction of their own, together with those of other
   * requests; resolves once they are durable.
   */
  record(rows: readonly NewAuditRow[]): Promise<void>
  /** Puts committed changes into the checkpoint; never rejects. */
  confirm(practiceIds: readonly string[]): Promise<void>
  /**
   * Notes that a request was refused to somebody whom no practice here knows:
   * there is no chain to add to.
   */
  unplaced(requestId: string): void
  close(): Promise<void>
}

export const createAuditTrail = (options: AuditTrailOptions): AuditTrail => {
  const { em, keys, clock, report } = options
  const checkpoints = createCheckpointer({
    path: options.checkpointFile,
    key: keys.checkpoint,
    clock,
    listLost: (heads) => listLostHeads(databaseOf(em.fork()), heads),
    listLastRows: () => listLastRows(databaseOf(em.fork())),
    report
  })
  const write = async (rows: readonly NewAuditRow[]): Promise<void> => {
    const heads = await inTransaction(em, (inner) =>
      appendRows(databaseOf(inner), keys.chain, rows)
    )
    checkpoints.note(heads)
  }
  return {
    key: keys.chain,
    begin: checkpoints.begin,
    state: checkpoints.state,
    record: createGroupCommit(write, BATCH_LIMIT),
    confirm: async (practiceIds) => {
      const names = practiceIds.map((practiceId) => ({
        practiceId,
        chain: 'changes' as const
      }))
      try {
        checkpoints.note(await findHeads(databaseOf(em.fork()), names))
      } catch {
        // The change is committed; the next one brings the head with it.
        report('a change is not in the audit checkpoint yet')
      }
      await checkpoints.flush()
    },
    unplaced: (requestId) => options.reportUnplaced?.(requestId),
    close: checkpoints.close
  }
}
