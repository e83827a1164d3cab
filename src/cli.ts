import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { DEMO_PERSONAS } from './database/seeders/demo-practice/personas.ts'
import { revertDatabase } from './database/migrate.ts'
import { printSdl } from './graphql/schema.ts'
import { createDemoIssuer } from './modules/identity/demo-issuer.ts'
import { importPath } from './modules/import/import-path.ts'
import { prepareDatabase } from './prepare-database.ts'
import { clock, ids, openRuntime, readConfig, type Runtime } from './runtime.ts'

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
  schema                                    write schema.graphql`

const withDatabase = async (
  work: (runtime: Runtime, demo: boolean) => Promise<number>
): Promise<number> => {
  const config = readConfig()
  const runtime = await openRuntime(config, complain)
  try {
    return await work(runtime, config.demo)
  } finally {
    await runtime.close()
  }
}

const migrate = (revert: boolean) =>
  withDatabase(async (runtime, demo) => {
    if (revert && !demo) {
      complain('A production database is not taken back')
      return 1
    }
    if (revert) await revertDatabase(runtime.migrationUrl)
    else await prepareDatabase({ ...runtime, clock, ids, demo: false })
    return 0
  })

const seed = () =>
  withDatabase(async (runtime, demo) => {
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
  withDatabase(async (runtime) => {
    await prepareDatabase({ ...runtime, clock, ids, demo: false })
    const { failed } = await importPath({
      path,
      ...options,
      orm: runtime.orm,
      clock,
      ids,
      say
    })
    return failed ? 1 : 0
  })

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
