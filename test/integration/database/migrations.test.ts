import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import {
  knownMigrations,
  migrateDatabase,
  revertDatabase
} from '../../../src/database/migrate.ts'
import {
  createTestDatabase,
  type TestDatabase
} from '../../support/database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const query = async (url: string, text: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query({ text, rowMode: 'array' })
    return rows.map(([value]) => String(value))
  } finally {
    await client.end()
  }
}

const TABLES = `select table_name from information_schema.tables
  where table_schema = 'public' order by 1`

const migrate = () =>
  migrateDatabase({
    migrationUrl: database.migrationUrl,
    applicationRole: new URL(database.applicationUrl).username
  })

describe('the migrations', () => {
  it('go down to nothing and up again', async () => {
    const before = await query(database.migrationUrl, TABLES)
    expect(before).toEqual(expect.arrayContaining(['patient', 'allergy']))
    await revertDatabase(database.migrationUrl)
    expect(await query(database.migrationUrl, TABLES)).toEqual([
      'mikro_orm_migrations'
    ])
    await migrate()
    expect(await query(database.migrationUrl, TABLES)).toEqual(before)
  })

  it('are applied once when several processes start at once', async () => {
    await revertDatabase(database.migrationUrl)
    await Promise.all([migrate(), migrate(), migrate()])
    expect(
      await query(
        database.migrationUrl,
        'select name from mikro_orm_migrations order by id'
      )
    ).toEqual(knownMigrations())
  })
})

describe('the application role', () => {
  it.each([
    ['update audit_event set reason = null', 'permission denied'],
    ['delete from audit_event', 'permission denied'],
    ['delete from patient', 'permission denied'],
    ['drop table patient', 'must be owner'],
    ['create table x (id int)', 'permission denied']
  ])('may not: %s', async (statement, refusal) => {
    await expect(query(database.applicationUrl, statement)).rejects.toThrow(
      refusal
    )
  })

  it('may read and write what the server needs', async () => {
    expect(
      await query(database.applicationUrl, 'select count(*) from patient')
    ).toEqual(['0'])
  })
})
