import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { v7 } from 'uuid'
import { createOrm } from '../../src/database/orm.ts'
import { deriveAuditKeys } from '../../src/modules/audit/audit-keys.ts'
import { createAuditTrail } from '../../src/modules/audit/audit-trail.service.ts'
import type {
  FileResult,
  ImportSummary
} from '../../src/modules/import/import-report.ts'
import { importPath } from '../../src/modules/import/import-path.ts'
import { createTestDatabase } from './database.ts'

type Row = Record<string, unknown>

export interface Taken extends ImportSummary {
  readonly first: FileResult
  readonly lines: readonly string[]
  /** Statements sent to the database. */
  readonly statements: number
}

interface TakeOptions {
  readonly practice?: string
  readonly dryRun?: boolean
}

/** Imports into a database of its own, and looks at what is stored. */
export interface ImportDesk {
  readonly folder: string
  /** A path, or a Bundle that is written to a file first. */
  take(source: string | object, options?: TakeOptions): Promise<Taken>
  rows(query: string): Promise<Row[]>
  /** Rows of an entry's table as JSON, by their source key. */
  table(name: string): Promise<Row[]>
  /** Every row of every table; a row that was written again differs. */
  snapshot(): Promise<Row>
  /** As the database's administrator. */
  administer(statement: string): Promise<void>
  clear(): Promise<void>
  close(): Promise<void>
}

const NOW = new Date('2026-11-20T10:00:00Z')

const TABLES = `select table_name from information_schema.tables
  where table_schema = 'public' and table_name <> 'mikro_orm_migrations'
  order by 1`

const connect = async (url: string): Promise<Client> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  return client
}

export const openImportDesk = async (): Promise<ImportDesk> => {
  const database = await createTestDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'gp-connect-import-'))
  let statements = 0
  const orm = await createOrm({
    url: database.applicationUrl,
    onStatement: () => {
      statements += 1
    }
  })
  const audit = createAuditTrail({
    em: orm.em,
    keys: deriveAuditKeys(createSecretKey(randomBytes(32))),
    checkpointFile: join(folder, 'audit', 'checkpoint.json'),
    clock: () => NOW,
    report: () => undefined
  })
  const admin = await connect(database.adminUrl)
  const rows = async (query: string): Promise<Row[]> =>
    (await admin.query<Row>(query)).rows
  const tables = async () =>
    (await rows(TABLES)).map(({ table_name: name }) => String(name))

  const take: ImportDesk['take'] = async (source, options = {}) => {
    const path =
      typeof source === 'string' ? source : join(folder, 'bundle.json')
    if (typeof source !== 'string') {
      await writeFile(path, JSON.stringify(source))
    }
    const lines: string[] = []
    statements = 0
    const summary = await importPath({
      path,
      dryRun: false,
      ...options,
      orm,
      clock: () => NOW,
      ids: v7,
      audit,
      say: (line) => void lines.push(line)
    })
    const [first] = summary.files
    if (!first) throw new Error('Nothing was imported')
    return { ...summary, first, lines, statements }
  }

  return {
    folder,
    take,
    rows,
    table: async (name) =>
      (
        await admin.query<{ row: Row }>(
          `select to_jsonb(t) as row from ${name} t order by source_key`
        )
      ).rows.map(({ row }) => row),
    snapshot: async () => {
      const held: Row = {}
      for (const table of await tables()) {
        held[table] = await rows(
          `select xmin::text, to_jsonb(t) as row from ${table} t order by 2::text`
        )
      }
      return held
    },
    administer: async (statement) => void (await rows(statement)),
    clear: async () =>
      void (await rows(`truncate ${(await tables()).join(', ')}`)),
    close: async () => {
      await audit.close()
      await orm.close(true)
      await admin.end()
      await database.drop()
      await rm(folder, { recursive: true })
    }
  }
}
