import { readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { EmbeddedPostgresError, errorCode } from './embedded-postgres-error.ts'
import { waitUntil } from './wait-until.ts'

/** What PostgreSQL writes into postmaster.pid about its running server. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly status: string
}

const FAST_SHUTDOWN_MS = 30_000
const IMMEDIATE_SHUTDOWN_MS = 10_000

/**
 * The server of this cluster if it is alive: a file left by a dead one does not
 * count.
 */
export const findPostmaster = async (
  cluster: string
): Promise<Postmaster | undefined> => {
  const lines = await readLock(cluster)
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!pid || !port || !(await isServing(pid, cluster))) return undefined
  return { pid, port, status: (lines[7] ?? '').trim() }
}

/**
 * Removes the lock of a killed server whose process id now is a zombie's or a
 * stranger's.
 */
export const removeStaleLock = async (cluster: string): Promise<void> => {
  const [pid] = await readLock(cluster)
  const [program] = await readCommand(Number(pid))
  if (program && basename(program) === 'postgres') return
  await rm(lockFile(cluster), { force: true })
}

const lockFile = (cluster: string): string => {
  return join(cluster, 'postmaster.pid')
}

const readLock = async (cluster: string): Promise<string[]> => {
  return readFile(lockFile(cluster), 'utf8').then(
    (text) => text.split('\n'),
    () => []
  )
}

const isServing = async (pid: number, cluster: string): Promise<boolean> => {
  return (await readCommand(pid)).includes(cluster)
}

/** Empty for a zombie and for no process at all. */
const readCommand = async (pid: number): Promise<string[]> => {
  return readFile(`/proc/${pid}/cmdline`, 'utf8').then(
    (command) => command.split('\0'),
    () => []
  )
}

/**
 * Ends the server: its clients are disconnected, what they had committed is
 * kept.
 */
export const stopPostmaster = async (
  pid: number,
  cluster: string
): Promise<void> => {
  const isGone = async (): Promise<true | undefined> =>
    (await isServing(pid, cluster)) ? undefined : true
  if (await isGone()) return
  signal(pid, 'SIGINT')
  if (await waitUntil(isGone, FAST_SHUTDOWN_MS)) return
  signal(pid, 'SIGQUIT')
  if (await waitUntil(isGone, IMMEDIATE_SHUTDOWN_MS)) return
  throw new EmbeddedPostgresError(
    `The database process ${pid} does not end; the database is in ${cluster}.`
  )
}

const signal = (pid: number, name: 'SIGINT' | 'SIGQUIT'): void => {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error
  }
}
