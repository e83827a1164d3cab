import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { refusalOf } from '../../support/graph-errors.ts'
import { postGraph } from '../../support/graph-post.ts'
import {
  ELM_TREE,
  MILL_LANE,
  NHS_NUMBERS,
  UNKNOWN_NHS_NUMBER
} from '../../support/people.ts'
import { askStructuredRecord } from '../../support/structured-record.ts'
import {
  connectMigrator,
  rowsAdded,
  type AuditTable,
  type Migrator
} from './migrator.ts'

const { ada: ADA, ben: BEN, priya: PRIYA, jack: JACK } = NHS_NUMBERS
const CHANGE = {
  nhsNumber: ADA,
  input: { level: 'SUMMARY', enabled: false, expectedVersion: 1 }
} as const

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

const refusedOf = async (table: AuditTable, work: () => Promise<unknown>) =>
  rowsAdded(migrator, table, () => refusalOf(work()))

const countAll = async () => [
  await migrator.count('audit_event'),
  await migrator.count('audit_read')
]

describe('a refused change', () => {
  it('for want of a permission is in the chain of changes', async () => {
    const receptionist = await server.clientOf('receptionist')
    const rows = await refusedOf('audit_event', () =>
      receptionist.SetPatientRecordAccess(CHANGE)
    )
    expect(rows).toMatchObject([
      {
        actor: { kind: 'practice-staff', roles: ['RECEPTIONIST'] },
        patient_id: await migrator.patientId(ADA),
        action: 'SET_PATIENT_RECORD_ACCESS',
        outcome: 'REFUSED',
        settings: []
      }
    ])
    expect(rows[0]?.detail).toEqual({
      interface: 'GRAPHQL',
      operation: 'setPatientRecordAccess',
      field: 'setPatientRecordAccess',
      denial: 'PERMISSION_MISSING'
    })
  })

  it("at another practice is in the actor's own chain, without the patient", async () => {
    const other = await server.clientOf('other-gp')
    const before = await migrator.rows('audit_event', MILL_LANE)
    const rows = await refusedOf('audit_event', () =>
      other.SetPatientRecordAccess(CHANGE)
    )
    expect(rows).toEqual([])
    const after = await migrator.rows('audit_event', MILL_LANE)
    expect(after.slice(before.length)).toMatchObject([
      {
        actor: { odsCode: MILL_LANE },
        patient_id: null,
        action: 'SET_PATIENT_RECORD_ACCESS',
        outcome: 'REFUSED',
        detail: { operation: 'setPatientRecordAccess' }
      }
    ])
  })

  it('of another practice says which practice that was', async () => {
    const other = await server.clientOf('other-gp')
    const input = { enabled: false, expectedVersion: 1 }
    await refusalOf(
      other.SetPracticePrescriptionOrdering({ odsCode: ELM_TREE, input })
    )
    const rows = await migrator.rows('audit_event', MILL_LANE)
    expect(rows.at(-1)).toMatchObject({
      action: 'SET_PRACTICE_PRESCRIPTION_ORDERING',
      outcome: 'REFUSED',
      detail: { odsCode: ELM_TREE, denial: 'OTHER_PRACTICE' }
    })
  })
})

describe('a refused read', () => {
  it('for want of a permission is in the chain of reads', async () => {
    const manager = await server.clientOf('manager')
    const rows = await refusedOf('audit_read', () =>
      manager.PatientRecord({ nhsNumber: ADA })
    )
    expect(rows.at(-1)).toMatchObject({
      patient_id: await migrator.patientId(ADA),
      action: 'READ_RECORD',
      outcome: 'REFUSED',
      detail: {
        operation: 'patient',
        field: 'record',
        denial: 'PERMISSION_MISSING'
      }
    })
  })

  it('by a citizen who asks for somebody else tells nothing of them', async () => {
    const ada = await server.clientOf('ada')
    const rows = await refusedOf('audit_read', () =>
      ada.PatientRecord({ nhsNumber: BEN })
    )
    expect(rows).toMatchObject([
      {
        actor: { kind: 'patient' },
        patient_id: null,
        outcome: 'REFUSED',
        detail: { denial: 'NOT_COVERED_BY_TOKEN' }
      }
    ])
  })

  it('that is asked twice in one request is one row', async () => {
    const token = await server.tokenOf('ada')
    const one = `patient(nhsNumber: "${BEN}") { id }`
    const operation = { query: `{ n${BEN}: ${one} b: ${one} }` }
    const rows = await rowsAdded(migrator, 'audit_read', () =>
      postGraph(server.url, { operation, token })
    )
    expect(rows).toHaveLength(1)
  })

  it.each([
    ['403 for another number', 'ada', BEN, 403, 'NOT_COVERED_BY_TOKEN'],
    ['403 for closed access', 'jack', JACK, 403, 'ONLINE_ACCESS_DISABLED'],
    [
      '404 for access never opened',
      'kezia',
      NHS_NUMBERS.kezia,
      404,
      'ONLINE_ACCESS_NEVER_ENABLED'
    ],
    ['403 for staff', 'gp', ADA, 403, expect.any(String)]
  ])('over FHIR: %s', async (_what, persona, nhsNumber, status, denial) => {
    const token = await server.tokenOf(persona)
    const rows = await rowsAdded(migrator, 'audit_read', async () => {
      const answer = await askStructuredRecord(server.url, { token, nhsNumber })
      expect(answer.status).toBe(status)
    })
    expect(rows).toMatchObject([
      {
        action: 'READ_RECORD',
        outcome: 'REFUSED',
        detail: {
          interface: 'FHIR',
          operation: '$gpc.getstructuredrecord',
          denial
        }
      }
    ])
  })
})

describe('no row is left', () => {
  it('by nobody: there is no chain of theirs', async () => {
    const before = await countAll()
    const nobody = await server.clientOf()
    await refusalOf(nobody.PatientRecord({ nhsNumber: ADA }))
    await refusalOf(nobody.SetPatientRecordAccess(CHANGE))
    await askStructuredRecord(server.url, { nhsNumber: ADA })
    expect(await countAll()).toEqual(before)
  })

  it('by what is no refusal: a wrong value, or nobody there', async () => {
    const token = await server.tokenOf('gp')
    const before = await countAll()
    const operation = { query: '{ patient(nhsNumber: "1") { id } }' }
    await postGraph(server.url, { operation, token })
    expect(await countAll()).toEqual(before)
  })
})

it('a refused change that cannot be audited is an error, never success', async () => {
  const receptionist = await server.clientOf('receptionist')
  await migrator.block('audit_event')
  const refused = await refusalOf(receptionist.SetPatientRecordAccess(CHANGE))
  await migrator.unblock('audit_event')
  expect(refused).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE' })
  expect(refused.data).toBeUndefined()
})

it('no row tells an NHS number but of the citizen who asked', async () => {
  const gp = await server.clientOf('gp')
  await refusalOf(gp.PatientRecord({ nhsNumber: UNKNOWN_NHS_NUMBER }))
  await refusalOf(gp.PatientRecord({ nhsNumber: PRIYA }))
  const rows = [
    ...(await migrator.rows('audit_event')),
    ...(await migrator.rows('audit_read')),
    ...(await migrator.rows('audit_event', MILL_LANE))
  ]
  expect(rows.length).toBeGreaterThan(10)
  for (const { actor: _actor, ...row } of rows) {
    expect(JSON.stringify({ ...row, hash: null })).not.toMatch(/999123\d{4}/)
  }
})
