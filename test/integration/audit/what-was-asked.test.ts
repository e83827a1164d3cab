import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { postGraph } from '../../support/graph-post.ts'
import { ELM_TREE, NHS_NUMBERS } from '../../support/people.ts'
import { connectMigrator, rowsAdded, type Migrator } from './migrator.ts'

const { ada: ADA, ben: BEN } = NHS_NUMBERS

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

const versionOf = async (nhsNumber: string): Promise<number> => {
  const gp = await server.clientOf('gp')
  const { patient } = await gp.PatientAccess({ nhsNumber })
  return patient?.access?.version ?? 0
}

describe('who was asked for', () => {
  it('is not hidden by a variable that is left to its default', async () => {
    const token = await server.tokenOf('ada')
    const query = `query($n: NhsNumber! = "${BEN}") {
      patient(nhsNumber: $n) { id }
    }`
    const rows = await rowsAdded(migrator, 'audit_read', () =>
      postGraph(server.url, { operation: { query }, token })
    )
    expect(rows).toMatchObject([
      { patient_id: null, detail: { denial: 'NOT_COVERED_BY_TOKEN' } }
    ])
  })

  it('is the patient whom staff might not change, however written', async () => {
    const token = await server.tokenOf('receptionist')
    const query = `mutation($n: NhsNumber! = "${BEN}") {
      setCitizenServiceAccess(
        nhsNumber: $n
        input: { enabled: false, expectedVersion: 1 }
      ) { userErrors { code } }
    }`
    const rows = await rowsAdded(migrator, 'audit_event', () =>
      postGraph(server.url, { operation: { query }, token })
    )
    expect(rows).toMatchObject([
      { patient_id: await migrator.patientId(BEN), outcome: 'REFUSED' }
    ])
  })
})

describe('what was asked for', () => {
  it('is kept of a change that was refused', async () => {
    const gp = await server.clientOf('gp')
    const expectedVersion = await versionOf(ADA)
    const rows = await rowsAdded(migrator, 'audit_event', () =>
      gp.SetPatientRecordAccess({
        nhsNumber: ADA,
        input: {
          level: 'PROSPECTIVE',
          enabled: true,
          startDate: '1930-01-01',
          expectedVersion
        }
      })
    )
    expect(rows).toMatchObject([
      {
        outcome: 'REFUSED',
        detail: {
          asked: {
            level: 'PROSPECTIVE',
            enabled: true,
            startDate: '1930-01-01',
            reviewConfirmed: false
          },
          errors: ['START_DATE_BEFORE_BIRTH']
        }
      }
    ])
  })

  it('is kept of one that was confirmed, with what rose (R5)', async () => {
    const gp = await server.clientOf('gp')
    const expectedVersion = await versionOf(ADA)
    const [row] = await rowsAdded(migrator, 'audit_event', () =>
      gp.SetPatientRecordAccess({
        nhsNumber: ADA,
        input: {
          level: 'FULL_RECORD',
          enabled: true,
          reviewConfirmed: true,
          expectedVersion
        }
      })
    )
    expect(row).toMatchObject({
      outcome: 'CHANGED',
      detail: { asked: { reviewConfirmed: true }, rising: { patients: 1 } }
    })
    const { rising } = Object(row?.detail)
    expect(rising.entries).toBeGreaterThan(1)
  })

  it('is never a text that was found faulty', async () => {
    const gp = await server.clientOf('gp')
    const { practice } = await gp.PracticeAccess({ odsCode: ELM_TREE })
    const name = `Bell\u0007${'x'.repeat(300)}`
    const [row] = await rowsAdded(migrator, 'audit_event', () =>
      gp.AddSolution({
        odsCode: ELM_TREE,
        input: {
          name,
          supplier: 'Ltd',
          services: ['RECORD_ACCESS'],
          expectedVersion: practice?.access?.version ?? 0
        }
      })
    )
    expect(row).toMatchObject({ detail: { asked: {} } })
    expect(JSON.stringify(row)).not.toContain('xxxx')
  })
})

it('tells an explanation apart from a read of the record', async () => {
  const gp = await server.clientOf('gp')
  const { patient } = await gp.PatientRecord({ nhsNumber: ADA })
  const entryId = patient?.record?.allergies?.nodes[0]?.id ?? ''
  const rows = await rowsAdded(migrator, 'audit_read', () =>
    gp.ExplainAccess({ nhsNumber: ADA, entryId })
  )
  expect(rows).toMatchObject([
    {
      action: 'EXPLAIN_ACCESS',
      outcome: 'ALLOWED',
      patient_id: await migrator.patientId(ADA),
      detail: { entryId }
    }
  ])
})

it('says by which activity somebody without a role might', async () => {
  const token = await server.issue({
    key: 'locum',
    label: 'Locum',
    description: 'By activity alone.',
    kind: 'staff',
    userId: '555012345678',
    roleProfileId: '555012345999',
    odsCode: ELM_TREE,
    roles: [],
    activityCodes: ['B0360', 'B9999']
  })
  const query = `{ patient(nhsNumber: "${ADA}") { name { text } } }`
  const rows = await rowsAdded(migrator, 'audit_read', () =>
    postGraph(server.url, { operation: { query }, token })
  )
  expect(rows).toMatchObject([
    { actor: { roles: [], activityCodes: ['B0360'] } }
  ])
})

it('keeps refusals about patients out of the practice’s own history', async () => {
  const receptionist = await server.clientOf('receptionist')
  await receptionist
    .SetCitizenServiceAccess({
      nhsNumber: '9991230394',
      input: { enabled: false, expectedVersion: 1 }
    })
    .catch(() => null)
  const gp = await server.clientOf('gp')
  const { practice } = await gp.PracticeAccessHistory({ odsCode: ELM_TREE })
  const actions = practice?.accessHistory?.nodes.map(({ action }) => action)
  expect(actions).toContain('ADD_SOLUTION')
  expect(actions).not.toContain('SET_CITIZEN_SERVICE_ACCESS')
})
