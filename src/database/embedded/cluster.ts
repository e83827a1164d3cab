import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  access,
  chown,
  readFile,
  rename,
  rm,
  writeFile
} from 'node:fs/promises'
import { join } from 'node:path'
import { EmbeddedPostgresError, errorCode } from './embedded-postgres-error.ts'
import { SERVER_ENVIRONMENT, type ServerAccount } from './server-account.ts'

export interface Credentials {
  readonly superuser: string
  readonly migrator: string
  readonly application: string
}

export interface ClusterOptions {
  readonly directory: string
  readonly binaries: string
  readonly account: ServerAccount
  /** False for tests: a power cut may then damage the data. */
  readonly durable: boolean
}

export const clusterFolder = (directory: string): string => {
  return join(directory, 'cluster')
}

/**
 * Reads the passwords of this cluster, or makes them and the cluster the first
 * time.
 */
export const prepareCluster = async (
  options: ClusterOptions
): Promise<Credentials> => {
  const cluster = clusterFolder(options.directory)
  const hasCluster = await access(cluster).then(
    () => true,
    () => false
  )
  const credentials = await readOrMakeCredentials(options.directory, hasCluster)
  if (hasCluster) return credentials
  // Under another name until it is whole, so that an interrupted first start
  // leaves no half cluster.
  const draft = `${cluster}.new`
  await rm(draft, { recursive: true, force: true })
  await initialise(draft, credentials.superuser, options)
  await rename(draft, cluster)
  return credentials
}

const readOrMakeCredentials = async (
  directory: string,
  hasCluster: boolean
): Promise<Credentials> => {
  const file = join(directory, 'credentials.json')
  try {
    return toCredentials(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if (hasCluster || errorCode(error) !== 'ENOENT') {
      throw new EmbeddedPostgresError(
        `The database passwords in ${file} cannot be read. Restore that file, or remove ${directory} to start with an empty database.`
      )
    }
  }
  const credentials = {
    superuser: makePassword(),
    migrator: makePassword(),
    application: makePassword()
  }
  const draft = `${file}.new`
  await writeFile(draft, JSON.stringify(credentials), { mode: 0o600 })
  await rename(draft, file)
  return credentials
}

const toCredentials = (value: Partial<Credentials>): Credentials => {
  const { superuser, migrator, application } = value
  if (!superuser || !migrator || !application) {
    throw new EmbeddedPostgresError('incomplete')
  }
  return { superuser, migrator, application }
}

const makePassword = (): string => {
  return randomBytes(24).toString('hex')
}

const initialise = async (
  folder: string,
  password: string,
  { directory, binaries, account, durable }: ClusterOptions
): Promise<void> => {
  const passwordFile = join(directory, 'first-password')
  await writeFile(passwordFile, password, { mode: 0o600 })
  try {
    if (account.uid !== undefined && account.gid !== undefined) {
      await chown(passwordFile, account.uid, account.gid)
    }
    await runInitdb(join(binaries, 'bin', 'initdb'), account, [
      `--pgdata=${folder}`,
      `--pwfile=${passwordFile}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      '--data-checksums',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(durable ? [] : ['--no-sync'])
    ])
  } finally {
    await rm(passwordFile, { force: true })
  }
}

const runInitdb = (
  program: string,
  account: ServerAccount,
  options: string[]
): Promise<void> => {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, {
      ...account,
      cwd: '/',
      env: SERVER_ENVIRONMENT,
      stdio: ['ignore', 'ignore', 'pipe']
    })
    let problems = ''
    child.stderr.on('data', (chunk) => (problems += String(chunk)))
    child.on('error', reject)
    child.on('close', (status) =>
      status === 0
        ? resolve()
        : reject(
            new EmbeddedPostgresError(
              `The database could not be initialised: ${problems.trim()}`
            )
          )
    )
  })
}
