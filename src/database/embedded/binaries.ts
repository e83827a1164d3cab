import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmod,
  cp,
  readFile,
  readdir,
  rename,
  rm,
  symlink
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { EmbeddedPostgresError, errorCode } from './embedded-postgres-error.ts'
import { SERVER_ENVIRONMENT, type ServerAccount } from './server-account.ts'
import { getSharedFolder } from './shared-folder.ts'

const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`

/**
 * The folder with `bin`, `lib` and `share`, checked to run under the account.
 */
export const getBinaries = async (
  account: ServerAccount,
  sharedFolders: readonly string[]
): Promise<string> => {
  const packageFolder = getPackageFolder()
  const native = join(packageFolder, 'native')
  await linkLibraries(packageFolder)
  const problem = findProblem(account, native)
  if (problem === undefined) return native
  if (account.uid === undefined) throw cannotRun(problem)
  // A checkout under a closed folder such as /root: run from a copy which
  // `nobody` can read.
  const copy = await copyOnce(
    packageFolder,
    await getSharedFolder(account, sharedFolders)
  )
  const problemOfCopy = findProblem(account, copy)
  if (problemOfCopy !== undefined) throw cannotRun(problemOfCopy)
  return copy
}

const getPackageFolder = (): string => {
  try {
    const entry = createRequire(import.meta.url).resolve(PACKAGE)
    return dirname(dirname(entry))
  } catch {
    throw new EmbeddedPostgresError(
      `DATABASE_URL is not set and the npm package ${PACKAGE} with the default database is not installed. Set DATABASE_URL, or install with optional dependencies on Linux.`
    )
  }
}

const cannotRun = (problem: string): EmbeddedPostgresError => {
  return new EmbeddedPostgresError(
    `The default database cannot run on this machine: ${problem} Set DATABASE_URL to use a PostgreSQL server instead.`
  )
}

const findProblem = (
  account: ServerAccount,
  native: string
): string | undefined => {
  const script =
    '"$1/bin/postgres" --version >/dev/null && test -r "$1/share/postgresql/postgres.bki"'
  const { status, stderr } = spawnSync(
    '/bin/sh',
    ['-c', script, 'sh', native],
    {
      ...account,
      cwd: '/',
      env: SERVER_ENVIRONMENT,
      encoding: 'utf8'
    }
  )
  return status === 0
    ? undefined
    : stderr.trim() || `${native} is not readable.`
}

// npm leaves links out of packages; the package makes them in an install script
// that may be off.
const linkLibraries = async (packageFolder: string): Promise<void> => {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(list, 'utf8')
  )
  for (const { source, target } of links) {
    try {
      await symlink(basename(source), join(packageFolder, target))
    } catch (error) {
      if (errorCode(error) === 'EEXIST') continue
      throw new EmbeddedPostgresError(
        `The default database lacks links to its libraries and ${packageFolder} cannot be written (${errorCode(error)}). Run npm ci as the owner of that folder, or set DATABASE_URL.`
      )
    }
  }
}

const copyOnce = async (
  packageFolder: string,
  sharedFolder: string
): Promise<string> => {
  const manifest: { version: string } = JSON.parse(
    await readFile(join(packageFolder, 'package.json'), 'utf8')
  )
  const target = join(
    sharedFolder,
    `postgres-${manifest.version}-${process.arch}`
  )
  const draft = `${target}.${randomBytes(4).toString('hex')}`
  if (await exists(target)) return target
  await cp(join(packageFolder, 'native'), draft, {
    recursive: true,
    verbatimSymlinks: true
  })
  await openForAll(draft)
  try {
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { recursive: true })
    if (errorCode(error) !== 'ENOTEMPTY') throw error
  }
  return target
}

const exists = async (folder: string): Promise<boolean> => {
  return readdir(folder).then(
    () => true,
    () => false
  )
}

// An install under a strict umask would carry its modes into the copy.
const openForAll = async (folder: string): Promise<void> => {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openForAll(path)
    else if (entry.isFile()) await chmod(path, 0o755)
  }
}
