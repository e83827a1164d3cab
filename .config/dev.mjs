import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ALL_PARTS, SERVER_ENTRY } from './build-steps.mjs'
import { useProjectNode } from './project-node.mjs'
import { root } from './project-root.mjs'
import { buildOrExit } from './run-built.mjs'

await useProjectNode()
await buildOrExit(ALL_PARTS)

const tsc = join(root, 'node_modules/.bin/tsc')
const stdio = ['ignore', 'inherit', 'inherit']
// Sessions of their own: Ctrl-C comes here alone and is passed on exactly once.
const children = [
  spawn(
    process.execPath,
    [tsc, '-p', 'tsconfig.json', '--watch', '--preserveWatchOutput'],
    { cwd: root, stdio, detached: true }
  ),
  spawn(
    process.execPath,
    ['--watch', '--watch-preserve-output', SERVER_ENTRY],
    { stdio, detached: true }
  )
]

const end = () => {
  for (const child of children) {
    if (child.exitCode === null) child.kill('SIGTERM')
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, end)
}
for (const child of children) child.on('exit', end)
