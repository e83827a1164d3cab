import { afterAll, beforeAll, expect, it } from '@jest/globals'
import pg from 'pg'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { NHS_NUMBERS } from '../../support/people.ts'
import { askStructuredRecord } from '../../support/structured-record.ts'

let server: TestApp
let admin: pg.Client
/** Holds the locks: in its transaction the activity would stand still. */
let holder: pg.Client

beforeAll(async () => {
  server = await startTestApp()
  const connectionString = server.database.adminUrl
  admin = new pg.Client({ connectionString })
  holder = new pg.Client({ connectionString })
  await Promise.all([admin.connect(), holder.connect()])
})
afterAll(async () => {
  await Promise.all([admin.end(), holder.end()])
  await server.close()
})

const count = async (condition: string): Promise<number> => {
  const { rows } = await admin.query(
    `select count(*)::int as found from pg_stat_activity
     where datname = current_database() and ${condition}`
  )
  return rows[0].found
}

/** More than the pool has connections, so that a leak of each would show. */
const AT_ONCE = 15

/**
 * Asks until every connection waits for `table` inside a transaction, then
 * ends them all, as a restart of PostgreSQL does.
 */
const loseConnections = async (
  table: string,
  ask: () => Promise<unknown>
): Promise<void> => {
  await holder.query(`begin; lock table ${table} in access exclusive mode`)
  const asked = Promise.allSettled(Array.from({ length: AT_ONCE }, ask))
  while ((await count("wait_event_type = 'Lock'")) < 10) continue
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`
  )
  await holder.query('rollback')
  await asked
}

it('serves on after connections were lost in the middle of everything', async () => {
  const gp = await server.clientOf('gp')
  const ada = await server.clientOf('ada')
  const token = await server.tokenOf('ada')
  const nhsNumber = NHS_NUMBERS.ada
  const input = { level: 'SUMMARY', enabled: true, expectedVersion: 1 } as const
  const record = () => ada.PatientRecord({ nhsNumber })
  const change = () => gp.SetPatientRecordAccess({ nhsNumber, input })
  const rest = () => askStructuredRecord(server.url, { token, nhsNumber })
  await loseConnections('allergy', record)
  await loseConnections('audit_event', change)
  await loseConnections('allergy', rest)

  const answers = await Promise.all([
    ...Array.from({ length: AT_ONCE }, record),
    ...Array.from({ length: AT_ONCE }, change)
  ])
  expect(answers).toHaveLength(2 * AT_ONCE)
  expect((await rest()).status).toBe(200)
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
}, 60_000)
