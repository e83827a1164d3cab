import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { ensureBuilt } from './built-files.ts'

/** The built server as a process of its own. */
export interface ServerProcess {
  /** Its address once it listens; rejects when it ends before. */
  readonly url: Promise<string>
  readonly exitCode: Promise<number | null>
  /** All it has written to standard output and standard error. */
  output(): string
  stop(signal?: NodeJS.Signals): void
}

/** Of the log in production, else of the banner that comes when all is ready. */
const LISTENING = /(?:Server listening at|Health) +(http:\/\/[^"\s/]+)/

const findUrl = async (
  child: ChildProcess,
  lines: string[]
): Promise<string> => {
  if (!child.stdout) throw new Error('No output')
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    const match = LISTENING.exec(line)
    if (match?.[1]) {
      // The end of the loop pauses it, and a full pipe would stop the server.
      child.stdout.on('data', (text) => lines.push(String(text))).resume()
      return match[1]
    }
  }
  throw new Error(`The server ended:\n${lines.join('\n')}`)
}

/** Runs `dist/src/index.js` with nothing of this environment but the path. */
export const startServerProcess = async (
  env: Record<string, string>
): Promise<ServerProcess> => {
  await ensureBuilt('server')
  const lines: string[] = []
  const child = spawn(process.execPath, ['dist/src/index.js'], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  child.stderr.on('data', (text) => lines.push(String(text)))
  const exitCode = once(child, 'exit').then(([code]) =>
    typeof code === 'number' ? code : null
  )
  const url = findUrl(child, lines)
  url.catch(() => undefined)
  return {
    url,
    exitCode,
    output: () => lines.join('\n'),
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
    }
  }
}
