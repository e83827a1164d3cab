import { ALL_PARTS, build } from './build-steps.mjs'
import { useProjectNode } from './project-node.mjs'
import { buildOrExit } from './run-built.mjs'

await useProjectNode()
await buildOrExit(ALL_PARTS, build)
