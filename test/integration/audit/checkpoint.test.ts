import { readFile, rm, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { NewAuditRow } from '../../../src/modules/audit/append.service.ts'
import {
  createAuditTrail,
  type AuditTrail
} from '../../../src/modules/audit/audit-trail.service.ts'
import { acceptCheckpoint } from '../../../src/modules/audit/checkpoint-acceptance.ts'
import {
  readCheckpoint,
  type CheckpointHead
} from '../../../src/modules/audit/checkpoint-file.ts'
import { accepted, OFF, openDesk, type Desk } from '../../support/access.ts'
import { startTestApp, TEST_NOW, type TestApp } from '../../support/app.ts'
import { cutTail } from './cut-tail.ts'
import { connectMigrator, type Migrator } from './migrator.ts'
import { findingsOf } from './verdicts.ts'

let server: TestApp
let migrator: Migrator
let desk: Desk
let practiceId: string

beforeAll(async () => {
  server = await startTestApp({ tampering: true })
  migrator = await connectMigrator(server.database)
  desk = openDesk(await server.clientOf('gp'))
  const { rows } = await migrator.run(
    `select id from practice where ods_code = 'A81001'`
  )
  practiceId = rows[0].id
})
afterAll(async () => {
  await migrator.close()
  await server.close()
})

const path = () => server.audit.checkpointFile

const heads = async (): Promise<readonly CheckpointHead[]> => {
  const found = await readCheckpoint(path(), server.audit.keys.checkpoint)
  if (found.state !== 'SIGNED') throw new Error(found.state)
  return found.checkpoint.heads
}

const placeOf = async (chain: CheckpointHead['chain']) =>
  (await heads()).find(
    (head) => head.practiceId === practiceId && head.chain === chain
  )?.seq

const lastPlace = async (table: 'audit_event' | 'audit_read') =>
  Number((await migrator.rows(table)).at(-1)?.seq)

/** Another process on the same database and file. */
const openTrail = (): { trail: AuditTrail; reported: string[] } => {
  const reported: string[] = []
  const trail = createAuditTrail({
    ...server.audit,
    em: server.orm.em,
    clock: () => TEST_NOW,
    report: (problem) => void reported.push(problem)
  })
  return { trail, reported }
}

const aRead = (): NewAuditRow => ({
  chain: 'reads',
  row: {
    practiceId,
    id: server.ids(),
    occurredAt: '2026-11-23T12:00:00.000000Z',
    requestId: server.ids(),
    actor: { kind: 'system' },
    patientId: null,
    action: 'READ_RECORD',
    outcome: 'ALLOWED',
    settings: [],
    detail: {},
    reason: null
  }
})

const readiness = async () => {
  const response = await fetch(`${server.url}/readyz`)
  return { status: response.status, body: await response.json() }
}

const FAILING = {
  status: 503,
  body: { status: 'not ready', reason: 'AUDIT_CHECKPOINT_FAILING' }
}

const accept = () =>
  acceptCheckpoint(path(), {
    key: server.audit.keys.checkpoint,
    clock: () => TEST_NOW
  })

let isOn = false
/** A change that is always one. */
const change = async () => {
  isOn = !isOn
  accepted(await desk.setPatient('ada', 'DETAILED_CODED', isOn ? {} : OFF))
}

it('a change is in the file before it is answered', async () => {
  await change()
  expect(await placeOf('changes')).toBe(await lastPlace('audit_event'))
})

describe('several processes with one file', () => {
  it('never take it backwards, whoever writes last', async () => {
    const one = openTrail()
    const other = openTrail()
    await one.trail.record([aRead()])
    await other.trail.record([aRead(), aRead()])
    await other.trail.close()
    const last = await lastPlace('audit_read')
    expect(await placeOf('reads')).toBe(last)
    await one.trail.close()
    expect(await placeOf('reads')).toBe(last)
    expect([...one.reported, ...other.reported]).toEqual([])
    expect(one.trail.state()).toBe('KEPT')
  })

  it('write at once without losing any chain', async () => {
    const trails = [openTrail(), openTrail(), openTrail()]
    await Promise.all(
      trails.flatMap(({ trail }) =>
        Array.from({ length: 5 }, () => trail.record([aRead()]))
      )
    )
    await Promise.all(trails.map(({ trail }) => trail.close()))
    expect(trails.flatMap(({ reported }) => reported)).toEqual([])
    expect(await placeOf('reads')).toBe(await lastPlace('audit_read'))
    expect(await placeOf('changes')).toBe(await lastPlace('audit_event'))
    expect(await findingsOf(server)).toEqual({})
  })
})

describe('a file that is not as it was left', () => {
  it('when it is forged stays as it is, and the server is not ready', async () => {
    const right = await readFile(path(), 'utf8')
    const forged = right.replace(/"seq": \d+/, '"seq": 1')
    await writeFile(path(), forged)
    await change()
    expect(await readiness()).toEqual(FAILING)
    expect(await readFile(path(), 'utf8')).toBe(forged)

    await writeFile(path(), right)
    await change()
    expect((await readiness()).status).toBe(200)
    expect(await placeOf('changes')).toBe(await lastPlace('audit_event'))
  })

  it('when it is gone begins anew with every chain, and waits', async () => {
    const { trail, reported } = openTrail()
    await trail.begin()
    expect(reported).toEqual([])
    const before = await heads()
    await rm(path())
    await trail.record([aRead()])
    await trail.close()
    expect(reported).toEqual([
      'the audit checkpoint has gone: a new one begins',
      'the audit checkpoint was begun over older rows: verify and accept it'
    ])
    expect(trail.state()).toBe('NOT_ACCEPTED')
    expect(await heads()).toHaveLength(before.length)
    await accept()
    await change()
    expect((await readiness()).status).toBe(200)
  })
})

it('a tail that was cut off is not forgotten when the chain grows again', async () => {
  await change()
  await change()
  const last = await lastPlace('audit_event')
  await cutTail(migrator, { table: 'audit_event', practiceId, rows: 2 })
  const name = 'A81001 changes'
  await change()
  expect(await readiness()).toEqual(FAILING)
  expect(await findingsOf(server)).toEqual({
    [name]: { kind: 'TAIL_MISSING', seq: last }
  })
  await change()
  await change()
  expect(await lastPlace('audit_event')).toBeGreaterThan(last)
  expect(await placeOf('changes')).toBe(last)
  expect(await readiness()).toEqual(FAILING)
  expect(await findingsOf(server)).toEqual({
    [name]: { kind: 'CHAIN_REWRITTEN', seq: last }
  })
})
