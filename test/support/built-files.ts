import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Builds a part of dist/ if its sources have changed since it was built. */
export const ensureBuilt = async (
  part: 'server' | 'graphiql'
): Promise<void> => {
  const script = `import { buildStale } from './.config/build-steps.mjs'
    await buildStale(['${part}'])`
  await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', script],
    // Of two kinds of React in the package, Vite takes the one NODE_ENV names.
    { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' } }
  )
}
