import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { MikroORM } from '@mikro-orm/postgresql'
import pg from 'pg'
import { createOrm } from '../../../src/database/orm.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { databaseOf, sql } from '../../../src/database/sql.ts'
import {
  createRecordReader,
  patientKeyOf,
  permissionsOfPatient
} from '../../../src/modules/record/record.service.ts'
import { parseNhsNumber } from '../../../src/vocabulary/nhs-number.ts'
import { NHS_NUMBERS } from '../../support/people.ts'

let server: TestApp
let writer: pg.Client
let orm: MikroORM
let meanwhile: (() => Promise<void>) | null = null

beforeAll(async () => {
  server = await startTestApp()
  writer = new pg.Client({ connectionString: server.database.migrationUrl })
  await writer.connect()
  orm = await createOrm({ url: server.database.applicationUrl })
})
afterAll(async () => {
  await orm.close(true)
  await writer.end()
  await server.close()
})

/** A copy of Ben's first allergy that comes already restricted. */
const insertRestricted = async (): Promise<void> => {
  const { rows } = await writer.query(
    `select column_name as name from information_schema.columns
     where table_name = 'allergy' order by ordinal_position`
  )
  const changed: Record<string, string> = {
    id: 'gen_random_uuid()',
    source_key: "'race|1'",
    restricted: 'true',
    note: "'SECRET'"
  }
  const names: string[] = rows.map(({ name }) => name)
  await writer.query(
    `insert into allergy (${names.join(', ')})
     select ${names.map((name) => changed[name] ?? name).join(', ')}
     from allergy where patient_id = (select id from patient
       where nhs_number = '${NHS_NUMBERS.ben}') and not entered_in_error
     limit 1`
  )
}

it('an entry that comes restricted while a record is read is not shown', async () => {
  const nhsNumber = parseNhsNumber(NHS_NUMBERS.ben)
  if (!nhsNumber.ok) throw new Error('No number')
  const db = databaseOf(orm.em.fork())
  // Runs between the statement that reads marks and the one that reads rows.
  const watched = db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      const hook = meanwhile
      meanwhile = null
      await hook?.()
      return result
    }
  })
  const viewer = {
    kind: 'patient',
    nhsNumber: nhsNumber.value,
    identityProofingLevel: 'P9'
  } as const
  const reader = createRecordReader({
    db: watched,
    viewer,
    today: '2026-11-23'
  })
  const opened = await reader.openPatient(nhsNumber.value)
  if (!opened.ok) throw new Error(opened.error)
  meanwhile = insertRestricted
  const request = {
    permissions: permissionsOfPatient(opened.value, '2026-11-23'),
    ids: null,
    filter: null,
    from: null,
    to: null,
    page: null,
    withPractitioners: false
  }
  const key = patientKeyOf(opened.value)
  const seen = await reader.entries.ALLERGIES.load(key, {
    ...request,
    withHidden: true
  })
  expect(meanwhile).toBeNull()
  const { rows } = await sql<{ note: string }>`
    select note from allergy where restricted and note = 'SECRET'`.execute(db)
  expect(rows.length).toBe(1)
  expect(seen.entries.length).toBeGreaterThan(0)
  expect(JSON.stringify(seen)).not.toContain('SECRET')
})
