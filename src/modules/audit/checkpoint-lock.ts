import { tryNamedLock } from '../../database/embedded/named-lock.ts'
import { waitUntil } from '../../database/embedded/wait-until.ts'

const LOCK_MILLISECONDS = 10_000

/** Does `work` while no other process of this machine reads or writes it. */
export const withCheckpointLock = async <Value>(
  path: string,
  work: () => Promise<Value>
): Promise<Value> => {
  const name = `audit checkpoint ${path}`
  const lock = await waitUntil(() => tryNamedLock(name), LOCK_MILLISECONDS)
  if (!lock) throw new Error('another process holds the audit checkpoint')
  try {
    return await work()
  } finally {
    await lock.release()
  }
}
