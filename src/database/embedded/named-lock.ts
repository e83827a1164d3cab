import { createHash } from 'node:crypto'
import { createServer } from 'node:net'
import { EmbeddedPostgresError, errorCode } from './embedded-postgres-error.ts'
import { waitUntil } from './wait-until.ts'

export interface NamedLock {
  release(): Promise<void>
}

/**
 * A lock among the processes of this machine. It is the name of a Linux
 * abstract socket, so the kernel gives it back when its holder dies in whatever
 * way: there is no stale lock to clear.
 */
export const tryNamedLock = (name: string): Promise<NamedLock | undefined> => {
  const hash = createHash('sha256').update(name).digest('hex')
  const server = createServer((socket) => socket.destroy())
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      errorCode(error) === 'EADDRINUSE' ? resolve(undefined) : reject(error)
    )
    server.listen(`\0gp-connect-bff-${hash}`, () => {
      server.unref()
      resolve({
        release: () => new Promise((done) => server.close(() => done()))
      })
    })
  })
}

export const takeNamedLock = async (
  name: string,
  timeoutMs: number
): Promise<NamedLock> => {
  const lock = await waitUntil(() => tryNamedLock(name), timeoutMs)
  if (lock) return lock
  throw new EmbeddedPostgresError(
    'Another process has been starting the same database for too long. End it and try again.'
  )
}
