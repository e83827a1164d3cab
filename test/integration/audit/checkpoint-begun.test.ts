import { readFile, rm, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { createOrm } from '../../../src/database/orm.ts'
import {
  createAuditTrail,
  type AuditTrail
} from '../../../src/modules/audit/audit-trail.service.ts'
import { acceptCheckpoint } from '../../../src/modules/audit/checkpoint-acceptance.ts'
import { readCheckpoint } from '../../../src/modules/audit/checkpoint-file.ts'
import { toCheckpointLine } from '../../../src/modules/audit/verdict.ts'
import { startTestApp, TEST_NOW, type TestApp } from '../../support/app.ts'
import { createDatabaseGate } from '../../support/database-gate.ts'
import { NHS_NUMBERS } from '../../support/people.ts'
import { liveABusyDay } from './busy-day.ts'
import { cutTail } from './cut-tail.ts'
import { connectMigrator, type Migrator } from './migrator.ts'
import { findingsOf, READS, verdictsOf } from './verdicts.ts'

const BEGUN = 'checkpoint: begun 2026-11-23T12:00:00.000Z, last written'
const LATER = new Date('2026-11-24T09:00:00Z')

let server: TestApp
let migrator: Migrator
let practiceId: string
const trails: AuditTrail[] = []

beforeEach(async () => {
  server = await startTestApp({ tampering: true })
  migrator = await connectMigrator(server.database)
  await liveABusyDay(server)
  const { rows } = await migrator.run(
    `select id from practice where ods_code = 'A81001'`
  )
  practiceId = rows[0].id
})
afterEach(async () => {
  await Promise.all(trails.splice(0).map((trail) => trail.close()))
  await migrator.close()
  await server.close()
})

const path = () => server.audit.checkpointFile

/** The next start of the server. */
const restart = async (em = server.orm.em): Promise<AuditTrail> => {
  const trail = createAuditTrail({
    ...server.audit,
    em,
    clock: () => TEST_NOW,
    report: () => undefined
  })
  trails.push(trail)
  await trail.begin()
  return trail
}

const checkpointLine = async () =>
  toCheckpointLine(await readCheckpoint(path(), server.audit.keys.checkpoint))

const read = async () => {
  const gp = await server.clientOf('gp')
  await gp.PatientRecord({ nhsNumber: NHS_NUMBERS.ada })
}

const readiness = async () => {
  const response = await fetch(`${server.url}/readyz`)
  return { status: response.status, body: await response.json() }
}

/** Asks until the answer is the wanted one; the test's time limit ends it. */
const becomes = async (status: number) => {
  while ((await readiness()).status !== status) {
    await new Promise((resolve) => setImmediate(resolve))
  }
}

const cutReads = () =>
  cutTail(migrator, { table: 'audit_read', practiceId, rows: 1 })

it('a first start begins over nothing, and says since when', async () => {
  await server.app.close()
  expect(await findingsOf(server)).toEqual({})
  expect(await checkpointLine()).toMatch(new RegExp(`^${BEGUN} \\S+Z$`))
})

it('a file deleted to hide a cut tail is found until it is accepted', async () => {
  await cutReads()
  await rm(path())
  await read()
  await becomes(503)
  expect(await readiness()).toEqual({
    status: 503,
    body: { status: 'not ready', reason: 'AUDIT_CHECKPOINT_NOT_ACCEPTED' }
  })
  const found = await findingsOf(server)
  const late = (await verdictsOf(server)).filter(({ rows }) => rows > 0)
  expect(Object.keys(found)).toHaveLength(late.length)
  expect(found).toMatchObject({
    [READS]: { kind: 'CHECKPOINT_BEGUN_LATE' }
  })
  expect(await checkpointLine()).toMatch(/, which nobody has accepted$/)
  expect((await restart()).state()).toBe('NOT_ACCEPTED')

  const { checkpoint: key } = server.audit.keys
  const accept = () => acceptCheckpoint(path(), { key, clock: () => LATER })
  expect(await accept()).toBe('ACCEPTED')
  expect(await accept()).toBe('NOTHING_TO_ACCEPT')
  await becomes(200)
  expect(await findingsOf(server)).toEqual({})
  expect(await checkpointLine()).toMatch(
    /; begun over older rows, accepted 2026-11-24T09:00:00.000Z$/
  )
  expect((await restart()).state()).toBe('KEPT')
})

it('rows that are there count, though their heads were taken away', async () => {
  await server.app.close()
  await migrator.run('delete from audit_head')
  await rm(path())
  expect((await restart()).state()).toBe('NOT_ACCEPTED')
})

it('a file that is not there or not ours cannot be accepted', async () => {
  await server.app.close()
  const options = { key: server.audit.keys.checkpoint, clock: () => LATER }
  const forged = (await readFile(path(), 'utf8')).replace(
    '"seq": 1',
    '"seq": 2'
  )
  await writeFile(path(), forged)
  expect(await acceptCheckpoint(path(), options)).toBe('FORGED')
  expect(await readFile(path(), 'utf8')).toBe(forged)
  await rm(path())
  expect(await acceptCheckpoint(path(), options)).toBe('MISSING')
})

it('a chain cut while no server ran is found at the next start', async () => {
  await server.app.close()
  expect((await restart()).state()).toBe('KEPT')
  await cutReads()
  expect((await restart()).state()).toBe('FAILING')
})

it('a start without its database looks by itself once that is there', async () => {
  await server.app.close()
  const gate = await createDatabaseGate(server.database.applicationUrl)
  await gate.shut()
  const url = gate.through(server.database.applicationUrl)
  const orm = await createOrm({ url })
  const trail = await restart(orm.em)
  expect(trail.state()).toBe('FAILING')
  await gate.open()
  while (trail.state() !== 'KEPT') {
    await new Promise((resolve) => setImmediate(resolve))
  }
  await orm.close(true)
  await gate.close()
})
