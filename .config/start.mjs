import { ALL_PARTS, SERVER_ENTRY } from './build-steps.mjs'
import { runBuilt } from './run-built.mjs'

await runBuilt(SERVER_ENTRY, ALL_PARTS)
