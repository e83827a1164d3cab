import { CLI_ENTRY } from './build-steps.mjs'
import { runBuilt } from './run-built.mjs'

await runBuilt(CLI_ENTRY, ['server'])
