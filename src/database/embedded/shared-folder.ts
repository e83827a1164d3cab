import { chmod, lstat, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import { canEnter, ownUid, type ServerAccount } from './server-account.ts'

/**
 * Where root keeps what the unprivileged database process must reach, best
 * place first.
 */
export const defaultSharedFolders = (): string[] => {
  return [
    '/var/lib/gp-connect-bff',
    join(tmpdir(), 'gp-connect-bff'),
    '/tmp/gp-connect-bff'
  ]
}

export const getSharedFolder = async (
  account: ServerAccount,
  candidates: readonly string[]
): Promise<string> => {
  for (const candidate of candidates) {
    if (await isUsable(account, candidate)) return candidate
  }
  throw new EmbeddedPostgresError(
    `None of ${candidates.join(', ')} can be used by the database process. Set DATA_DIR to a folder which every user may enter, or set DATABASE_URL.`
  )
}

const isUsable = async (
  account: ServerAccount,
  folder: string
): Promise<boolean> => {
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 })
    const found = await lstat(folder)
    // In a world-writable parent somebody else may have made it first, or put a
    // link there.
    if (!found.isDirectory() || found.uid !== ownUid()) return false
    await chmod(folder, 0o755)
    return canEnter(account, folder)
  } catch {
    return false
  }
}
