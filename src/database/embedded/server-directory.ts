import { randomBytes } from 'node:crypto'
import {
  chmod,
  chown,
  mkdir,
  readFile,
  readdir,
  realpath,
  stat,
  writeFile
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { EmbeddedPostgresError, errorCode } from './embedded-postgres-error.ts'
import { canEnter, ownUid, type ServerAccount } from './server-account.ts'
import { getSharedFolder } from './shared-folder.ts'

export interface PlaceOptions {
  /** Absolute path. */
  readonly wanted: string
  readonly account: ServerAccount
  readonly sharedFolders: readonly string[]
  readonly say: (line: string) => void
}

/**
 * Left in the wanted directory when its data had to go elsewhere: removing it
 * starts afresh.
 */
const POINTER = 'moved-to'

/**
 * The directory, mode 0700 and owned by the database account, that holds the
 * cluster.
 */
export const prepareServerDirectory = async (
  options: PlaceOptions
): Promise<string> => {
  const { wanted } = options
  const moved = await findMovedDirectory(wanted)
  if (moved) return announce(options, moved)
  await makeParents(dirname(wanted), options.account)
  if (isEnterable(options)) {
    await own(wanted, options.account)
    // One name for one directory: processes find each other's server by it.
    return realpath(wanted)
  }
  return announce(options, await moveElsewhere(options))
}

const isEnterable = ({ account, wanted }: PlaceOptions): boolean =>
  account.uid === undefined || canEnter(account, dirname(wanted))

const announce = (options: PlaceOptions, directory: string): string => {
  options.say(
    `The unprivileged database process cannot enter ${options.wanted}, so the database is kept in ${directory}.`
  )
  return directory
}

const findMovedDirectory = async (
  wanted: string
): Promise<string | undefined> => {
  try {
    const directory = (await readFile(join(wanted, POINTER), 'utf8')).trim()
    return (await stat(directory)).isDirectory() ? directory : undefined
  } catch {
    return undefined
  }
}

const moveElsewhere = async ({
  wanted,
  account,
  sharedFolders
}: PlaceOptions): Promise<string> => {
  const shared = await getSharedFolder(account, sharedFolders)
  const directory = join(shared, `data-${randomBytes(8).toString('hex')}`)
  await mkdir(wanted, { recursive: true, mode: 0o700 })
  await own(directory, account)
  await writeFile(join(wanted, POINTER), `${directory}\n`, { mode: 0o600 })
  return directory
}

// Made one by one: `mkdir -p` would give the parents a mode which shuts the
// database process out.
const makeParents = async (
  directory: string,
  account: ServerAccount
): Promise<void> => {
  try {
    await stat(directory)
  } catch {
    await makeParents(dirname(directory), account)
    await makeDirectory(directory)
    if (account.uid !== undefined) await chmod(directory, 0o711)
  }
}

const makeDirectory = async (directory: string): Promise<void> => {
  try {
    await mkdir(directory, { mode: 0o700 })
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return
    throw new EmbeddedPostgresError(
      `The folder ${directory} cannot be made (${errorCode(error)}). Set DATA_DIR to a folder you may write.`
    )
  }
}

const own = async (
  directory: string,
  account: ServerAccount
): Promise<void> => {
  const owner = account.uid ?? ownUid()
  await makeDirectory(directory)
  const found = await stat(directory)
  if (!found.isDirectory()) {
    throw new EmbeddedPostgresError(`${directory} is not a folder.`)
  }
  if (found.uid !== owner) await handOver(directory, account)
  await chmod(directory, 0o700)
}

const handOver = async (
  directory: string,
  account: ServerAccount
): Promise<void> => {
  const { uid } = await stat(directory)
  const isEmpty = uid === ownUid() && (await readdir(directory)).length === 0
  if (account.uid === undefined || account.gid === undefined || !isEmpty) {
    throw new EmbeddedPostgresError(
      `The folder ${directory} belongs to another user (uid ${uid}) or holds other files. Start as that user, or set DATA_DIR to another folder.`
    )
  }
  await chown(directory, account.uid, account.gid)
}
