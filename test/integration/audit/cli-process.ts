import { execFile } from 'node:child_process'
import { ensureBuilt } from '../../support/built-files.ts'

export interface CliAnswer {
  readonly code: number
  readonly lines: readonly string[]
  readonly complaints: string
}

/** Runs the built `cli` with nothing of this environment but the path. */
export const runCli = async (
  env: Record<string, string>,
  ...words: readonly string[]
): Promise<CliAnswer> => {
  await ensureBuilt('server')
  const options = { env: { PATH: process.env['PATH'] ?? '', ...env } }
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['dist/src/cli.js', ...words],
      options,
      (_error, stdout, complaints) => {
        const lines = stdout.split('\n').filter((line) => line !== '')
        resolve({ code: child.exitCode ?? -1, lines, complaints })
      }
    )
  })
}
