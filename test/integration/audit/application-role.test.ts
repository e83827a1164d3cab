import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { accepted, OFF, openDesk, type Desk } from '../../support/access.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { refusalOf } from '../../support/graph-errors.ts'
import { connectMigrator, type Migrator } from './migrator.ts'

let server: TestApp
let migrator: Migrator
let application: pg.Client
let desk: Desk

beforeAll(async () => {
  server = await startTestApp()
  migrator = await connectMigrator(server.database)
  const connectionString = server.database.applicationUrl
  application = new pg.Client({ connectionString })
  await application.connect()
  desk = openDesk(await server.clientOf('gp'))
  accepted(await desk.setPatient('ada', 'DETAILED_CODED'))
})
afterAll(async () => {
  await application.end()
  await migrator.close()
  await server.close()
})

describe('the role that the server has', () => {
  it.each([
    "update audit_event set reason = 'Other'",
    "update audit_read set outcome = 'REFUSED'",
    'delete from audit_event',
    'delete from audit_read',
    'delete from audit_head',
    'truncate audit_event',
    'truncate audit_read',
    'truncate audit_head',
    'drop table audit_event',
    'alter table audit_event disable trigger all',
    'create table more (id int)',
    'select * from audit_event_unchained',
    'insert into audit_event_unchained select * from audit_event_unchained'
  ])('is refused: %s', async (statement) => {
    await expect(application.query(statement)).rejects.toMatchObject({
      code: '42501'
    })
  })
})

/** All there is to know of the configuration, as it is stored. */
const configuration = async () => {
  const { rows } = await migrator.run(`
    select to_jsonb(t) as row from patient_record_access t
    union all select to_jsonb(t) from practice_record_access t
    union all select to_jsonb(t) from practice_default_access t
    union all select to_jsonb(t) from solution t
    union all select to_jsonb(t) from patient t order by 1`)
  return rows
}

describe('a change whose audit row cannot be stored', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['of a patient', () => desk.setPatient('cara', 'SUMMARY', OFF)],
    ['of a practice', () => desk.setPractice('DOCUMENT', OFF)],
    ['of online services', () => desk.setOnlineServices('ben', false)],
    ['of ordering', () => desk.setOrdering('cara', true)]
  ])('is not stored: %s; and is once it can be', async (_what, change) => {
    const before = await configuration()
    await migrator.block('audit_event')
    const refused = await refusalOf(change())
    expect(refused.code).toBe('INTERNAL_SERVER_ERROR')
    expect(await configuration()).toEqual(before)

    await migrator.unblock('audit_event')
    await change()
    expect(await configuration()).not.toEqual(before)
  })
})
