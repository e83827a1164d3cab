import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url))

// Ends when its standard input does, that is with the test at the latest.
const PROGRAM = `
const [module, dataDirectory, ...sharedFolders] = process.argv.slice(1)
const { startEmbeddedPostgres } = await import(module)
const said = []
const server = await startEmbeddedPostgres({
  dataDirectory,
  durable: false,
  sharedFolders,
  say: (line) => said.push(line)
})
console.log(JSON.stringify({ ...server, said }))
process.stdin.resume().on('end', () => server.stop())
`

/** What a process of its own got when it started the database. */
export interface StartedElsewhere {
  readonly adminUrl: string
  readonly dataDirectory: string
  readonly said: readonly string[]
  readonly process: ChildProcess
}

export const startElsewhere = async (options: {
  dataDirectory: string
  sharedFolder: string
  /** The checkout whose launcher and packages are used. */
  checkout?: string
}): Promise<StartedElsewhere> => {
  const checkout = options.checkout ?? PROJECT
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--input-type=module',
      '--eval',
      PROGRAM,
      join(checkout, 'src/database/embedded-postgres.ts'),
      options.dataDirectory,
      options.sharedFolder
    ],
    { cwd: '/', stdio: ['pipe', 'pipe', 'inherit'] }
  )
  const lines = createInterface({ input: child.stdout })
  const answer = await Promise.race([once(lines, 'line'), once(lines, 'close')])
  if (answer.length === 0) throw new Error('The database did not start.')
  return { ...JSON.parse(String(answer[0])), process: child }
}

/** Asks the process to stop its database and waits for its end. */
export const endElsewhere = async (
  started: StartedElsewhere
): Promise<void> => {
  const ended = once(started.process, 'exit')
  started.process.stdin?.end()
  await ended
}

export const killElsewhere = async (
  started: StartedElsewhere
): Promise<void> => {
  const ended = once(started.process, 'exit')
  started.process.kill('SIGKILL')
  await ended
}
