import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Config } from './config/env.ts'
import { DEMO_PERSONAS } from './database/seeders/demo-practice/personas.ts'
import { revertDatabase } from './database/migrate.ts'
import { printSdl } from './graphql/schema.ts'
import { createDemoIssuer } from './modules/identity/demo-issuer.ts'
import { createAuditTrail } from './modules/audit/audit-trail.service.ts'
import {
  acceptCheckpoint,
  type CheckpointAcceptance
} from './modules/audit/checkpoint-acceptance.ts'
import { readCheckpoint } from './modules/audit/checkpoint-file.ts'
import { toCheckpointLine, toVerdictLine } from './modules/audit/verdict.ts'
import { verifyAuditChains } from './modules/audit/verify.service.ts'
import { importPath } from './modules/import/import-path.ts'
import { prepareDatabase } from './prepare-database.ts'
import {
  clock,
  ids,
  openAudit,
  openRuntime,
  readConfig,
  type Runtime
} from './runtime.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
const complain = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

const USAGE = `Usage: npm run cli -- <command>
  migrate [--revert]                        bring the database up to date; or take
                                            all of it back, which ends all data
  seed                                      put the demo practice into an empty database
  token --as <persona>                      print a token of a made-up person
  import <file|folder> [--practice <ODS code>] [--dry-run]
                                            take GP Connect STU3 records in
  audit verify                              recompute every practice's audit chains, and
                                            say the first row that is not as it was
  audit accept-checkpoint                   take the rows as right that were there
                                            before the checkpoint was begun
  schema                                    write schema.graphql`

const withDatabase = async (
  work: (runtime: Runtime, config: Config) => Promise<number>
): Promise<number> => {
  const config = readConfig()
  const runtime = await openRuntime(config, complain)
  try {
    return await work(runtime, config)
  } finally {
    await runtime.close()
  }
}

const migrate = (revert: boolean) =>
  withDatabase(async (runtime, { demo }) => {
    if (revert && !demo) {
      complain('A production database is not taken back')
      return 1
    }
    if (revert) await revertDatabase(runtime.migrationUrl)
    else await prepareDatabase({ ...runtime, clock, ids, demo: false })
    return 0
  })

const seed = () =>
  withDatabase(async (runtime, { demo }) => {
    if (!demo) {
      complain('The demo practice is not for production')
      return 1
    }
    await prepareDatabase({ ...runtime, clock, ids, demo })
    return 0
  })

const token = async (as: string | undefined): Promise<number> => {
  const { dataDirectory, production } = readConfig()
  const persona = DEMO_PERSONAS.find(({ key }) => key === as)
  if (!persona) {
    const known = DEMO_PERSONAS.map(({ key }) => key).join(', ')
    complain(`--as takes one of: ${known}`)
    return 2
  }
  if (production) {
    complain('Demo tokens are not for production')
    return 1
  }
  const issuer = await createDemoIssuer({ dataDirectory, clock, production })
  say(await issuer.issue(persona))
  return 0
}

const importRecords = (
  path: string,
  options: { practice?: string; dryRun: boolean }
) =>
  withDatabase(async (runtime, config) => {
    const { orm } = runtime
    await prepareDatabase({ ...runtime, clock, ids, demo: false })
    const settings = await openAudit(config, { make: true, say: complain })
    const audit = createAuditTrail({
      ...settings,
      em: orm.em,
      clock,
      report: complain
    })
    await audit.begin()
    try {
      const { failed } = await importPath({
        path,
        ...options,
        orm,
        clock,
        ids,
        audit,
        say
      })
      return failed ? 1 : 0
    } finally {
      await audit.close()
    }
  })

const verifyAudit = async (): Promise<number> => {
  const settings = await openAudit(readConfig(), {
    make: false,
    say: complain
  })
  return withDatabase(async ({ orm }) => {
    const { checkpointFile: path, keys } = settings
    const checkpoint = await readCheckpoint(path, keys.checkpoint)
    const verdicts = await verifyAuditChains(orm.em, settings)
    for (const line of verdicts.map(toVerdictLine)) say(line)
    say(toCheckpointLine(checkpoint))
    return verdicts.every(({ finding }) => finding === null) ? 0 : 1
  })
}

const ACCEPTANCES = {
  ACCEPTED: 'The audit checkpoint is accepted',
  NOTHING_TO_ACCEPT: 'The audit checkpoint has nothing to accept',
  MISSING: 'There is no audit checkpoint to accept',
  FORGED: 'The audit checkpoint is not signed with this key'
} as const satisfies Record<CheckpointAcceptance, string>

const acceptAudit = async (): Promise<number> => {
  const { keys, checkpointFile } = await openAudit(readConfig(), {
    make: false,
    say: complain
  })
  const key = keys.checkpoint
  const outcome = await acceptCheckpoint(checkpointFile, { key, clock })
  const isRight = outcome === 'ACCEPTED' || outcome === 'NOTHING_TO_ACCEPT'
  ;(isRight ? say : complain)(ACCEPTANCES[outcome])
  return isRight ? 0 : 1
}

const schema = async (): Promise<number> => {
  await writeFile('schema.graphql', await printSdl())
  return 0
}

const run = async (): Promise<number> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      as: { type: 'string' },
      practice: { type: 'string' },
      revert: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false }
    }
  })
  const [command, path] = positionals
  if (command === 'migrate') return migrate(values.revert)
  if (command === 'seed') return seed()
  if (command === 'token') return token(values.as)
  if (command === 'schema') return schema()
  if (command === 'audit' && path === 'verify') return verifyAudit()
  if (command === 'audit' && path === 'accept-checkpoint') return acceptAudit()
  if (command === 'import' && path !== undefined) {
    const { practice, 'dry-run': dryRun } = values
    return importRecords(path, { practice, dryRun })
  }
  complain(USAGE)
  return 2
}

try {
  process.exitCode = await run()
} catch (error) {
  complain(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
