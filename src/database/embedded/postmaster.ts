import { spawn, type ChildProcess } from 'node:child_process'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { clusterFolder, type ClusterOptions } from './cluster.ts'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import { getFreePort } from './free-port.ts'
import {
  findPostmaster,
  removeStaleLock,
  stopPostmaster,
  type Postmaster
} from './postmaster-process.ts'
import { SERVER_ENVIRONMENT } from './server-account.ts'
import { waitUntil } from './wait-until.ts'

// Crash recovery comes before ready, and may take a while on a slow disk.
const READY_MS = 120_000
const ATTEMPTS = 40
const PAUSE_MS = 250
/**
 * By then PostgreSQL's own processes of a killed server are gone and only its
 * lock is left.
 */
const STALE_LOCK_ATTEMPT = 20
const TRANSIENT =
  /lock file ".*" already exists|pre-existing shared memory block|Address already in use|could not create any TCP\/IP sockets/

// Messages could carry rows in their details, and statements their literals:
// neither is logged.
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic'
}

// For tests only: a power cut would damage such a cluster, a kill would not.
const NOT_DURABLE = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off'
}

/**
 * Attaches to the server of this cluster, or starts one; `isNew` tells which.
 */
export const startPostmaster = async (
  options: ClusterOptions
): Promise<Postmaster & { isNew: boolean }> => {
  const cluster = clusterFolder(options.directory)
  let problem = ''
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const running = await findReady(cluster)
    if (running) return { ...running, isNew: false }
    const started = await launch(options)
    if (typeof started !== 'string') return { ...started, isNew: true }
    problem = started
    if (!TRANSIENT.test(problem)) break
    await sleep(PAUSE_MS)
    if (attempt === STALE_LOCK_ATTEMPT) await removeStaleLock(cluster)
  }
  throw new EmbeddedPostgresError(`The database did not start: ${problem}`)
}

/** A server on its way down is waited for as well: it becomes undefined. */
const findReady = async (cluster: string): Promise<Postmaster | undefined> => {
  const outcome = await waitUntil(async () => {
    const found = await findPostmaster(cluster)
    return !found || found.status === 'ready' ? { found } : undefined
  }, READY_MS)
  return outcome?.found
}

/** The running server, or what it wrote before it gave up. */
const launch = async (
  options: ClusterOptions
): Promise<Postmaster | string> => {
  const cluster = clusterFolder(options.directory)
  const logFile = join(options.directory, 'server.log')
  const child = await spawnServer(options, logFile)
  let failure: string | undefined
  child.once('error', (error) => (failure = error.message))
  const hasEnded = (): boolean =>
    child.exitCode !== null || child.signalCode !== null
  const outcome = await waitUntil(async () => {
    if (failure !== undefined) return failure
    if (hasEnded()) return (await readFile(logFile, 'utf8')).trim()
    const found = await findPostmaster(cluster)
    return found?.pid === child.pid && found?.status === 'ready'
      ? found
      : undefined
  }, READY_MS)
  if (outcome !== undefined) return outcome
  if (child.pid !== undefined) await stopPostmaster(child.pid, cluster)
  return `it was not ready after ${READY_MS / 1000} s`
}

const spawnServer = async (
  { directory, binaries, account, durable }: ClusterOptions,
  logFile: string
): Promise<ChildProcess> => {
  const settings = {
    ...SETTINGS,
    ...(durable ? {} : NOT_DURABLE),
    port: await getFreePort()
  }
  const log = await open(logFile, 'w', 0o600)
  try {
    // Detached: Ctrl-C in a terminal must reach the server process alone, which
    // drains first.
    const child = spawn(
      join(binaries, 'bin', 'postgres'),
      [
        '-D',
        clusterFolder(directory),
        ...Object.entries(settings).flatMap(([name, value]) => [
          '-c',
          `${name}=${value}`
        ])
      ],
      {
        ...account,
        cwd: '/',
        env: SERVER_ENVIRONMENT,
        detached: true,
        stdio: ['ignore', log.fd, log.fd]
      }
    )
    child.unref()
    return child
  } finally {
    await log.close()
  }
}
