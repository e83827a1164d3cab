import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { root } from './project-root.mjs'

const OLDEST = [22, 17]

const isOldNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])
}

/**
 * npm scripts find the Node of node_modules first; a script started by hand may
 * not. Then it runs again under that Node, in a session of its own so that a
 * signal reaches it exactly once.
 */
export const useProjectNode = async () => {
  const projectNode = join(root, 'node_modules/.bin/node')
  if (!isOldNode() || !existsSync(projectNode)) return
  const child = spawn(projectNode, process.argv.slice(1), {
    stdio: 'inherit',
    detached: true
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal))
  }
  child.on('exit', (code, signal) =>
    process.exit(code ?? 128 + constants.signals[signal])
  )
  await new Promise(() => {})
}
