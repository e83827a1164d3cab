import { setTimeout as sleep } from 'node:timers/promises'

const INTERVAL_MS = 20

/**
 * Polls until the check gives a value; undefined when the time, in
 * milliseconds, is over.
 */
export const waitUntil = async <T>(
  check: () => Promise<T | undefined>,
  timeoutMs: number
): Promise<T | undefined> => {
  const end = performance.now() + timeoutMs
  for (;;) {
    const value = await check()
    if (value !== undefined || performance.now() > end) return value
    await sleep(INTERVAL_MS)
  }
}
