import { afterAll, beforeAll, expect, it, jest } from '@jest/globals'
import { DEMO_PATIENTS } from '../../../src/database/seeders/demo-practice/patients.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { refusalOf } from '../../support/graph-errors.ts'
import { NHS_NUMBERS } from '../../support/people.ts'
import { askStructuredRecord } from '../../support/structured-record.ts'
import { liveABusyDay } from './busy-day.ts'
import { connectMigrator, type Migrator } from './migrator.ts'

let server: TestApp
let migrator: Migrator
beforeAll(async () => {
  server = await startTestApp()
  migrator = await connectMigrator(server.database)
})
afterAll(async () => {
  await migrator.close()
  await server.close()
})

/** All that is logged meanwhile, of whatever level. */
const logOf = async (work: () => Promise<unknown>): Promise<string> => {
  const lines: string[] = []
  const spy = jest.spyOn(process.stderr, 'write').mockImplementation((line) => {
    lines.push(String(line))
    return true
  })
  server.app.log.level = 'trace'
  try {
    await work()
  } finally {
    server.app.log.level = 'silent'
    spy.mockRestore()
  }
  return lines.join('')
}

/** Reads, changes and refusals while no row can be stored. */
const workInVain = async (): Promise<void> => {
  const gp = await server.clientOf('gp')
  const receptionist = await server.clientOf('receptionist')
  const nhsNumber = NHS_NUMBERS.ada
  const input = {
    level: 'SUMMARY',
    enabled: false,
    expectedVersion: 1
  } as const
  await migrator.block('audit_event')
  await migrator.block('audit_read')
  await refusalOf(gp.PatientRecord({ nhsNumber }))
  await refusalOf(gp.SetPatientRecordAccess({ nhsNumber, input }))
  await refusalOf(receptionist.SetPatientRecordAccess({ nhsNumber, input }))
  const token = await server.tokenOf('ada')
  await askStructuredRecord(server.url, { token, nhsNumber })
  await migrator.unblock('audit_event')
  await migrator.unblock('audit_read')
}

it('the log tells of audit failures, and of no patient, token or key', async () => {
  const log = await logOf(async () => {
    await liveABusyDay(server)
    await workInVain()
  })
  expect(log).toContain('the audit cannot be written')
  expect(log).toContain('request completed')
  expect(log).not.toMatch(/\beyJ/)
  expect(log).not.toContain('no more rows')
  for (const { person } of DEMO_PATIENTS) {
    expect(log).not.toContain(person.nhsNumber)
    for (const name of [person.family, ...person.given]) {
      expect(log).not.toMatch(new RegExp(`\\b${name}\\b`))
    }
  }
  const { chain, checkpoint } = server.audit.keys
  for (const key of [chain, checkpoint]) {
    expect(log).not.toContain(key.export().toString('hex'))
    expect(log).not.toContain(key.export().toString('base64'))
  }
})
