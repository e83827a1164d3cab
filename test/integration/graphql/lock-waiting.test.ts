import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { Client } from 'pg'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { NHS_NUMBERS } from '../../support/people.ts'

let server: TestApp
let holder: Client

beforeAll(async () => {
  server = await startTestApp()
  holder = new Client({ connectionString: server.database.migrationUrl })
  await holder.connect()
})
afterAll(async () => {
  await holder.end()
  await server.close()
})

const setSummary = async (enabled: boolean) => {
  const gp = await server.clientOf('gp')
  const nhsNumber = NHS_NUMBERS.ada
  const { patient } = await gp.PatientAccess({ nhsNumber })
  const expectedVersion = patient?.access?.version ?? 0
  const input = { level: 'SUMMARY' as const, enabled, expectedVersion }
  return gp.SetPatientRecordAccess({ nhsNumber, input })
}

it('lets nobody wait for a configuration that is held for long', async () => {
  await holder.query('begin')
  await holder.query('select from practice_record_access for update')
  const waiting = Array.from({ length: 12 }, () => setSummary(false))
  const ben = await server.clientOf('ben')
  const read = ben.PatientRecord({ nhsNumber: NHS_NUMBERS.ben })
  for (const change of await Promise.allSettled(waiting)) {
    expect(change).toMatchObject({
      status: 'rejected',
      reason: { response: { status: 503 } }
    })
  }
  expect((await read).patient?.record?.allergies?.nodes.length).toBeGreaterThan(
    0
  )
  await holder.query('rollback')
  const { setPatientRecordAccess } = await setSummary(false)
  expect(setPatientRecordAccess?.userErrors).toEqual([])
})
