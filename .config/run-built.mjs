import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { buildStale } from './build-steps.mjs'
import { useProjectNode } from './project-node.mjs'

/**
 * Runs a built program inside this process, so that signals and exit status are
 * its own. Outside production stale parts are built first; in production
 * nothing ever is.
 */
export const runBuilt = async (entry, parts) => {
  await useProjectNode()
  if (process.env.NODE_ENV !== 'production') await buildOrExit(parts)
  if (!existsSync(entry)) {
    console.error(
      'The server is not built. In production it is never built on start: run npm run build first.'
    )
    process.exit(1)
  }
  process.argv[1] = entry
  await import(pathToFileURL(entry).href)
}

export const buildOrExit = async (parts, make = buildStale) => {
  try {
    await make(parts)
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
