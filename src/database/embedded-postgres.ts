import { resolve } from 'node:path'
import { getBinaries } from './embedded/binaries.ts'
import {
  clusterFolder,
  prepareCluster,
  type ClusterOptions,
  type Credentials
} from './embedded/cluster.ts'
import {
  ensureDatabase,
  ensureLoginRole,
  toDatabaseUrl,
  withClient
} from './embedded/database-roles.ts'
import { takeNamedLock, tryNamedLock } from './embedded/named-lock.ts'
import { startPostmaster } from './embedded/postmaster.ts'
import { stopPostmaster } from './embedded/postmaster-process.ts'
import { serverAccount } from './embedded/server-account.ts'
import { prepareServerDirectory } from './embedded/server-directory.ts'
import { defaultSharedFolders } from './embedded/shared-folder.ts'

export { EmbeddedPostgresError } from './embedded/embedded-postgres-error.ts'

export interface EmbeddedPostgresOptions {
  readonly dataDirectory: string
  /** Is told, in a sentence, what the operator should know. */
  readonly say?: (line: string) => void
  /** False for tests: a power cut may then damage the data. */
  readonly durable?: boolean
  /**
   * Places, best first, for what a closed directory keeps from the database
   * process.
   */
  readonly sharedFolders?: readonly string[]
}

/** A running PostgreSQL of our own; the URLs hold passwords. */
export interface EmbeddedPostgres {
  readonly adminUrl: string
  readonly migrationUrl: string
  readonly applicationUrl: string
  /** Where the data is, which may not be where it was wanted. */
  readonly dataDirectory: string
  /** Ends the server, unless another process started it and still runs. */
  stop(): Promise<void>
}

const START_LOCK_MS = 180_000
const SUPERUSER = 'postgres'
const DATABASE = 'gp_connect'
const MIGRATOR = 'gp_connect_migrator'
const APPLICATION = 'gp_connect_app'

/**
 * Starts the default database, or attaches to the one which already runs on the
 * directory. It is made for development, demonstration and tests; fails with
 * EmbeddedPostgresError.
 */
export const startEmbeddedPostgres = async (
  options: EmbeddedPostgresOptions
): Promise<EmbeddedPostgres> => {
  const account = serverAccount()
  const sharedFolders = options.sharedFolders ?? defaultSharedFolders()
  const wanted = resolve(options.dataDirectory)
  const starting = await takeNamedLock(`start ${wanted}`, START_LOCK_MS)
  try {
    const directory = await prepareServerDirectory({
      wanted,
      account,
      sharedFolders,
      say: options.say ?? (() => undefined)
    })
    const binaries = await getBinaries(account, sharedFolders)
    const durable = options.durable ?? true
    return await serve({ directory, binaries, account, durable })
  } finally {
    await starting.release()
  }
}

const serve = async (options: ClusterOptions): Promise<EmbeddedPostgres> => {
  const cluster = clusterFolder(options.directory)
  const credentials = await prepareCluster(options)
  const { pid, port, isNew } = await startPostmaster(options)
  // Held for life by whoever must end the server; free again once that process
  // is dead.
  const ownership = await tryNamedLock(`owner ${options.directory}`)
  const stop = async (): Promise<void> => {
    if (isNew || ownership) await stopPostmaster(pid, cluster)
    await ownership?.release()
  }
  try {
    return {
      ...(await prepareDatabase(port, credentials)),
      dataDirectory: options.directory,
      stop
    }
  } catch (error) {
    await stop()
    throw error
  }
}

const prepareDatabase = async (
  port: number,
  credentials: Credentials
): Promise<Omit<EmbeddedPostgres, 'dataDirectory' | 'stop'>> => {
  const superuser = { name: SUPERUSER, password: credentials.superuser }
  const migrator = { name: MIGRATOR, password: credentials.migrator }
  const application = { name: APPLICATION, password: credentials.application }
  const server = `postgresql://127.0.0.1:${port}`
  const adminUrl = toDatabaseUrl(server, superuser, 'postgres')
  await withClient(adminUrl, async (client) => {
    await ensureLoginRole(client, migrator)
    await ensureLoginRole(client, application)
    await ensureDatabase(client, { database: DATABASE, migrator, application })
  })
  return {
    adminUrl,
    migrationUrl: toDatabaseUrl(server, migrator, DATABASE),
    applicationUrl: toDatabaseUrl(server, application, DATABASE)
  }
}
