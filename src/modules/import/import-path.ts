import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FileResult, ImportSummary } from './import-report.ts'
import { importBundle, type BundleImport } from './import.service.ts'
import { readBundle } from './bundle/read-bundle.ts'
import { fileLines, summaryTable } from './report-lines.ts'

interface PathImport extends Omit<BundleImport, 'bundle'> {
  /** A Bundle as a .json file, or a folder of them. */
  readonly path: string
  /** Is told what became of each file, line by line. */
  readonly say: (line: string) => void
}

const refused = (file: string, reason: string): FileResult => ({
  file,
  outcome: 'REFUSED',
  reason,
  report: null
})

/** No message of an error is shown: it may quote what was to be stored. */
const describeError = (error: unknown): string => {
  const { name = 'unknown error', code = '' } = Object(error)
  return `could not be read or stored (${name} ${code})`.replace(' )', ')')
}

const importFile = async (
  options: PathImport,
  path: string
): Promise<FileResult> => {
  const file = basename(path)
  try {
    const bundle = await readBundle(path)
    if (!bundle.ok) return refused(file, bundle.error)
    const imported = await importBundle({ ...options, bundle: bundle.value })
    return imported.ok
      ? { file, outcome: 'IMPORTED', reason: null, report: imported.value }
      : refused(file, imported.error)
  } catch (error) {
    return refused(file, describeError(error))
  }
}

type Found =
  | { readonly isFolder: boolean; readonly paths: readonly string[] }
  | { readonly problem: string }

/** The file itself, or a folder's .json files in the order of their names. */
const findFiles = async (path: string): Promise<Found> => {
  try {
    const found = await stat(path)
    if (found.isFile()) return { isFolder: false, paths: [path] }
    if (!found.isDirectory()) return { problem: 'is no file and no folder' }
    const names = (await readdir(path))
      .filter((name) => name.endsWith('.json'))
      .toSorted()
    return names.length === 0
      ? { problem: 'is a folder without a .json file' }
      : { isFolder: true, paths: names.map((name) => join(path, name)) }
  } catch (error) {
    return { problem: describeError(error) }
  }
}

/**
 * Imports a file or a folder, each file in a transaction of its own: one that
 * is refused does not keep the others out. `failed` when any was.
 */
export const importPath = async (
  options: PathImport
): Promise<ImportSummary> => {
  const { dryRun, path, say } = options
  const found = await findFiles(path)
  const files: FileResult[] = []
  const add = (result: FileResult): void => {
    files.push(result)
    for (const line of fileLines(result, dryRun)) say(line)
  }
  if ('problem' in found) add(refused(basename(path), found.problem))
  else {
    for (const one of found.paths) add(await importFile(options, one))
    const table = found.isFolder ? ['', ...summaryTable(files)] : []
    for (const line of table) say(line)
  }
  return { files, failed: files.some(({ outcome }) => outcome === 'REFUSED') }
}
