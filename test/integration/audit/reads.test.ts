import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { refusalOf } from '../../support/graph-errors.ts'
import { postGraph } from '../../support/graph-post.ts'
import { ELM_TREE, NHS_NUMBERS } from '../../support/people.ts'
import {
  askStructuredRecord,
  outcomeOf
} from '../../support/structured-record.ts'
import { connectMigrator, rowsAdded, type Migrator } from './migrator.ts'

const { ada: ADA, ben: BEN } = NHS_NUMBERS
const AREAS = ['ALLERGIES', 'DEMOGRAPHICS', 'MEDICATIONS']

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

const readsOf = (work: () => Promise<unknown>) =>
  rowsAdded(migrator, 'audit_read', work)

describe('a read of a record', () => {
  it('by staff is one row: who, whose, what, in which request', async () => {
    const gp = await server.clientOf('gp')
    const requestId = randomUUID()
    const headers = { 'x-request-id': requestId }
    const rows = await readsOf(() =>
      gp.PatientRecord({ nhsNumber: ADA }, headers)
    )
    expect(rows).toMatchObject([
      {
        request_id: requestId,
        patient_id: await migrator.patientId(ADA),
        action: 'READ_RECORD',
        outcome: 'ALLOWED',
        detail: { interface: 'GRAPHQL', views: [{ as: 'STAFF', areas: AREAS }] }
      }
    ])
    expect(rows[0]?.actor).toEqual({
      kind: 'practice-staff',
      userId: expect.stringMatching(/^\d+$/),
      roleProfileId: expect.stringMatching(/^\d+$/),
      roles: ['GP', 'PRACTICE_MANAGER', 'PRIVACY_OFFICER'],
      activityCodes: [],
      odsCode: ELM_TREE
    })
  })

  it('by staff as the patient sees it says so', async () => {
    const gp = await server.clientOf('gp')
    const rows = await readsOf(() => gp.RecordAsSeenBy({ nhsNumber: BEN }))
    expect(rows.map(({ detail }) => detail['views'])).toEqual([
      [{ as: 'PATIENT', areas: ['ALLERGIES', 'MEDICATIONS'] }]
    ])
  })

  it('with both eyes in one request is one row with both views', async () => {
    const token = await server.tokenOf('gp')
    const query = `{ patient(nhsNumber: "${BEN}") {
      record { allergies { nodes { id } } again: allergies { nodes { id } } }
      recordAsSeenBy { medications { nodes { id } } } } }`
    const rows = await readsOf(() =>
      postGraph(server.url, { operation: { query }, token })
    )
    expect(rows.map(({ detail }) => detail['views'])).toEqual([
      [
        { as: 'PATIENT', areas: ['MEDICATIONS'] },
        { as: 'STAFF', areas: ['ALLERGIES'] }
      ]
    ])
  })

  it('of several patients in one request is a row for each', async () => {
    const token = await server.tokenOf('gp')
    const query = `{ a: patient(nhsNumber: "${ADA}") { name { text } }
      b: patient(nhsNumber: "${BEN}") { record { allergies { nodes { id } } } } }`
    const rows = await readsOf(() =>
      postGraph(server.url, { operation: { query }, token })
    )
    const seen = rows.map((row) => [row.patient_id, row.detail['views']])
    expect(Object.fromEntries(seen)).toEqual({
      [await migrator.patientId(ADA)]: [
        { as: 'STAFF', areas: ['DEMOGRAPHICS'] }
      ],
      [await migrator.patientId(BEN)]: [{ as: 'STAFF', areas: ['ALLERGIES'] }]
    })
    expect(new Set(rows.map((row) => row.request_id)).size).toBe(1)
  })

  it('by the patient is with their own eyes', async () => {
    const ben = await server.clientOf('ben')
    const rows = await readsOf(() => ben.PatientRecord({ nhsNumber: BEN }))
    expect(rows).toMatchObject([
      {
        actor: { kind: 'patient', identityProofingLevel: 'P9' },
        patient_id: await migrator.patientId(BEN),
        detail: { views: [{ as: 'PATIENT', areas: AREAS }] }
      }
    ])
  })

  it('over FHIR says so, and has the request id that was sent', async () => {
    const token = await server.tokenOf('ben')
    const requestId = randomUUID()
    const rows = await readsOf(() =>
      askStructuredRecord(server.url, { token, nhsNumber: BEN, requestId })
    )
    expect(rows).toMatchObject([
      {
        request_id: requestId,
        actor: { kind: 'patient' },
        patient_id: await migrator.patientId(BEN),
        action: 'READ_RECORD',
        outcome: 'ALLOWED',
        detail: { interface: 'FHIR', views: [{ as: 'PATIENT', areas: AREAS }] }
      }
    ])
  })

  it('that shows nothing of any patient is no row', async () => {
    const gp = await server.clientOf('gp')
    const rows = await readsOf(async () => {
      await gp.WhoAmI()
      await gp.PracticeAccess({ odsCode: ELM_TREE })
    })
    expect(rows).toEqual([])
  })
})

describe('while reads cannot be audited', () => {
  beforeAll(() => migrator.block('audit_read'))

  it('the graph answers that it is not available, and no data', async () => {
    const gp = await server.clientOf('gp')
    const refused = await refusalOf(gp.PatientRecord({ nhsNumber: ADA }))
    expect(refused).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE' })
    expect(refused.data).toBeUndefined()
    const token = await server.tokenOf('ada')
    const { text } = await postGraph(server.url, {
      operation: {
        query: `{ viewer { patients { name { text } record {
          allergies { nodes { code { text } } } } } } }`
      },
      token
    })
    expect(JSON.parse(text)).toEqual({
      errors: [
        {
          message: expect.any(String),
          extensions: { code: 'SERVICE_UNAVAILABLE' }
        }
      ]
    })
  })

  it('FHIR answers that it is not available, and no data', async () => {
    const token = await server.tokenOf('ada')
    const asked = { token, nhsNumber: ADA }
    const answer = await askStructuredRecord(server.url, asked)
    expect(answer.status).toBe(503)
    expect(outcomeOf(answer)).toMatchObject({
      resourceType: 'OperationOutcome',
      issue: [{ code: 'transient' }]
    })
    expect(outcomeOf(answer).issue).toHaveLength(1)
  })

  it('a refused read is not answered as refused either', async () => {
    const ada = await server.clientOf('ada')
    const refused = await refusalOf(ada.PatientRecord({ nhsNumber: BEN }))
    expect(refused).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE' })
  })

  it('what shows no patient is answered; and all is once they can', async () => {
    const gp = await server.clientOf('gp')
    expect((await gp.WhoAmI()).viewer.kind).toBe('PRACTICE_STAFF')
    const before = await migrator.count('audit_read')
    await migrator.unblock('audit_read')
    const { patient } = await gp.PatientRecord({ nhsNumber: ADA })
    expect(patient?.record).not.toBeNull()
    expect(await migrator.count('audit_read')).toBe(before + 1)
  })
})

it('fifty reads at once are fifty rows in few transactions', async () => {
  const gp = await server.clientOf('gp')
  const holder = new pg.Client({
    connectionString: server.database.migrationUrl
  })
  await holder.connect()
  const sent = (part: string) =>
    server.statements.filter((text) => text.includes(part)).length
  const rows = await readsOf(async () => {
    server.statements.length = 0
    await holder.query('begin; lock table audit_head in exclusive mode')
    const asked = Promise.all(
      Array.from({ length: 50 }, () => gp.PatientRecord({ nhsNumber: ADA }))
    )
    // The first has to wait for its place, so that the others come together.
    while (sent('from medication_issue') < 50) await holder.query('select 1')
    await holder.query('rollback')
    await asked
  })
  await holder.end()
  const [first] = rows
  expect(rows.map(({ seq }) => Number(seq) - Number(first?.seq))).toEqual(
    Array.from({ length: 50 }, (_, index) => index)
  )
  expect(new Set(rows.map((row) => row.request_id)).size).toBe(50)
  expect(sent('insert into audit_read')).toBeLessThan(10)
})
