import type { KeyObject } from 'node:crypto'
import {
  awaitsAcceptance,
  readCheckpoint,
  writeCheckpoint,
  type Checkpoint,
  type CheckpointHead
} from './checkpoint-file.ts'
import { withCheckpointLock } from './checkpoint-lock.ts'
import { mergeHeads, toCheckpointHead } from './checkpoint-merge.ts'
import { headKey, type AuditHead } from './chain.ts'

export interface CheckpointSaverOptions {
  /** Absolute path of the file. */
  readonly path: string
  readonly key: KeyObject
  readonly clock: () => Date
  /** Of the file's heads those whose row is not in the database now. */
  readonly listLost: (
    heads: readonly CheckpointHead[]
  ) => Promise<readonly CheckpointHead[]>
  /** Where every chain is that has a row. */
  readonly listLastRows: () => Promise<readonly AuditHead[]>
  /** Is told once of each thing that goes wrong. */
  readonly report: (problem: string) => void
}

/** How the file is after it was written. */
export type SavedCheckpoint = 'KEPT' | 'NOT_ACCEPTED'

/**
 * What is in the database when there is no file may be all there ever was, or
 * what somebody left of it: the new file says so until that is accepted.
 */
const beginCheckpoint = async (
  { clock, listLastRows, report }: CheckpointSaverOptions,
  isExpected: boolean
): Promise<Checkpoint> => {
  const begunOver = (await listLastRows()).map(toCheckpointHead)
  report(
    isExpected
      ? 'the audit checkpoint has gone: a new one begins'
      : 'there is no audit checkpoint: one begins'
  )
  const begun = clock().toISOString()
  return { begun, written: '', begunOver, accepted: null, heads: begunOver }
}

const readOrBegin = async (
  options: CheckpointSaverOptions,
  isExpected: boolean
): Promise<Checkpoint> => {
  const found = await readCheckpoint(options.path, options.key)
  if (found.state === 'SIGNED') return found.checkpoint
  if (found.state === 'MISSING') return beginCheckpoint(options, isExpected)
  throw new Error('its signature is not of this key; it is left as it is')
}

const saveMerged = async (
  { path, key, clock }: CheckpointSaverOptions,
  held: Checkpoint,
  heads: CheckpointHead[]
): Promise<void> => {
  const isNews = heads.some((head) => !held.heads.includes(head))
  if (!isNews && held.written !== '') return
  const written = clock().toISOString()
  await writeCheckpoint(path, key, { ...held, written, heads })
}

/**
 * Puts a process's heads into the file. Until once every chain in the file
 * was found to be in the database, all are looked for; then only those that
 * are brought. Rejects when one is lost, with the others written.
 */
export const createCheckpointSaver = (
  options: CheckpointSaverOptions
): ((brought: readonly AuditHead[]) => Promise<SavedCheckpoint>) => {
  let isExpected = false
  let isCompared = false
  const save = async (
    brought: readonly AuditHead[]
  ): Promise<SavedCheckpoint> => {
    const held = await readOrBegin(options, isExpected)
    const names = new Set(brought.map(headKey))
    const compared = isCompared
      ? held.heads.filter((head) => names.has(headKey(head)))
      : held.heads
    const lost = await options.listLost(compared)
    await saveMerged(options, held, mergeHeads(held.heads, brought, lost))
    isExpected = true
    if (lost.length > 0) {
      const chains = lost.map(headKey).join(', ')
      throw new Error(`a chain is not what the file says of it (${chains})`)
    }
    isCompared = true
    return awaitsAcceptance(held) ? 'NOT_ACCEPTED' : 'KEPT'
  }
  return (brought) => withCheckpointLock(options.path, () => save(brought))
}
