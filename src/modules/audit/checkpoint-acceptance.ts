import type { KeyObject } from 'node:crypto'
import {
  awaitsAcceptance,
  readCheckpoint,
  writeCheckpoint
} from './checkpoint-file.ts'
import { withCheckpointLock } from './checkpoint-lock.ts'

/** What came of accepting; nothing is written but for the first. */
export type CheckpointAcceptance =
  'ACCEPTED' | 'NOTHING_TO_ACCEPT' | 'MISSING' | 'FORGED'

/**
 * Writes down that an operator takes the rows as right over which the
 * checkpoint was begun (Ruling R33). What they were stays in the file.
 */
export const acceptCheckpoint = (
  path: string,
  { key, clock }: { key: KeyObject; clock: () => Date }
): Promise<CheckpointAcceptance> =>
  withCheckpointLock(path, async () => {
    const found = await readCheckpoint(path, key)
    if (found.state !== 'SIGNED') return found.state
    if (!awaitsAcceptance(found.checkpoint)) return 'NOTHING_TO_ACCEPT'
    const accepted = clock().toISOString()
    await writeCheckpoint(path, key, { ...found.checkpoint, accepted })
    return 'ACCEPTED'
  })
