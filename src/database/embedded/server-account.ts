import { spawnSync } from 'node:child_process'

/** The account of the database processes; without uid it is our own. */
export interface ServerAccount {
  readonly uid?: number
  readonly gid?: number
}

const ROOT = 0
const NOBODY = 65534

/**
 * Nothing of our own environment reaches the database processes: it may hold
 * secrets.
 */
export const SERVER_ENVIRONMENT = {
  PATH: '/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC'
}

export const ownUid = (): number => {
  return process.getuid?.() ?? ROOT
}

/** PostgreSQL refuses to run as root, therefore root lends it `nobody`. */
export const serverAccount = (): ServerAccount => {
  return ownUid() === ROOT ? { uid: NOBODY, gid: NOBODY } : {}
}

// Mode bits would miss access lists, mounts and security modules: the kernel is
// asked instead.
export const canEnter = (
  account: ServerAccount,
  directory: string
): boolean => {
  const { status } = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], {
    ...account,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    stdio: 'ignore'
  })
  return status === 0
}
