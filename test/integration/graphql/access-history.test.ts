import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  accepted,
  OFF,
  openDesk,
  REVIEWED,
  type Desk,
  type Person
} from '../../support/access.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import type { Sdk } from '../../support/generated/sdk.ts'
import { refusalOf } from '../../support/graph-errors.ts'
import { ELM_TREE, NHS_NUMBERS } from '../../support/people.ts'

let server: TestApp
let gp: Sdk
let desk: Desk

beforeAll(async () => {
  server = await startTestApp()
  gp = await server.clientOf('gp')
  desk = openDesk(gp)
})
afterAll(() => server.close())

interface Page {
  readonly first?: number
  readonly after?: string | null
}

const historyOf = async (person: Person, page: Page = {}, staff: Sdk = gp) => {
  const nhsNumber = NHS_NUMBERS[person]
  const { patient } = await staff.PatientAccessHistory({ nhsNumber, ...page })
  if (!patient?.accessHistory) throw new Error('No history')
  return patient.accessHistory
}

const practiceHistory = async (page: Page = {}) => {
  const asked = { odsCode: ELM_TREE, ...page }
  const { practice } = await gp.PracticeAccessHistory(asked)
  if (!practice?.accessHistory) throw new Error('No history')
  return practice.accessHistory
}

const lastOf = async (person: Person) => (await historyOf(person)).nodes[0]

const only = (enabled: boolean, startDate: string | null = null) => ({
  enabled,
  startDate,
  text: null
})

describe('the history of a patient', () => {
  it('tells who changed what, from what to what and why', async () => {
    const before = '2020-01-01'
    accepted(
      await desk.setPatient('cara', 'PROSPECTIVE', {
        ...REVIEWED,
        startDate: before
      })
    )
    const reason = 'moved at the patient’s wish'
    accepted(
      await desk.setPatient('cara', 'PROSPECTIVE', {
        ...REVIEWED,
        startDate: '2021-01-01',
        reason
      })
    )
    const last = await lastOf('cara')
    expect(last).toMatchObject({
      by: { kind: 'PRACTICE_STAFF', userId: expect.stringMatching(/^\d+$/) },
      action: 'SET_PATIENT_RECORD_ACCESS',
      outcome: 'CHANGED',
      settings: [
        {
          setting: 'PROSPECTIVE',
          before: only(true, before),
          after: only(true, '2021-01-01')
        }
      ],
      reason,
      errors: [],
      denial: null
    })
    expect(last?.by.name).toMatch(/\w+ \w+/)
  })

  it('tells what went off with something else (R2)', async () => {
    await desk.onlyPatient('dev', { DETAILED_CODED: {}, DOCUMENT: {} })
    accepted(await desk.setPatient('dev', 'DETAILED_CODED', OFF))
    expect((await lastOf('dev'))?.settings).toEqual(
      ['DETAILED_CODED', 'DOCUMENT'].map((setting) => ({
        setting,
        before: only(true),
        after: only(false)
      }))
    )
  })

  it('tells of what was refused, with every error', async () => {
    const input = { level: 'DOCUMENT' as const, enabled: true }
    await gp.SetPatientRecordAccess({
      nhsNumber: NHS_NUMBERS.dev,
      input: { ...input, startDate: '2020-01-01', expectedVersion: 0 }
    })
    expect(await lastOf('dev')).toMatchObject({
      outcome: 'REFUSED',
      settings: [{ setting: 'DOCUMENT', before: only(false), after: null }],
      errors: ['START_DATE_NOT_APPLICABLE', 'REQUIRES_DETAILED_CODED']
    })
  })

  it('tells of what was in force already', async () => {
    accepted(await desk.setPatient('dev', 'DOCUMENT', OFF))
    expect(await lastOf('dev')).toMatchObject({
      outcome: 'ALREADY_IN_FORCE',
      settings: [{ before: only(false), after: only(false) }]
    })
  })

  it('tells of whoever might not change it', async () => {
    const dev = await server.clientOf('dev')
    await refusalOf(
      dev.SetPatientRecordAccess({
        nhsNumber: NHS_NUMBERS.dev,
        input: { level: 'FULL_RECORD', enabled: true, expectedVersion: 1 }
      })
    )
    expect(await lastOf('dev')).toMatchObject({
      by: { kind: 'PATIENT', userId: null, name: null },
      outcome: 'REFUSED',
      settings: [],
      errors: [],
      denial: 'PERMISSION_MISSING'
    })
  })

  it('tells of online services as a whole, ordering and competence', async () => {
    accepted(await desk.setOnlineServices('ben', false))
    expect((await lastOf('ben'))?.settings).toEqual([
      {
        setting: 'ONLINE_ACCESS',
        before: { enabled: true, startDate: null, text: 'Enabled' },
        after: {
          enabled: false,
          startDate: null,
          text: 'Disabled by the practice'
        }
      }
    ])
    const { enabled } = await desk.ordering('ben')
    accepted(await desk.setOrdering('ben', !enabled))
    expect((await lastOf('ben'))?.settings).toEqual([
      {
        setting: 'PRESCRIPTION_ORDERING',
        before: only(enabled),
        after: only(!enabled)
      }
    ])
    await gp.RecordCompetenceAssessment({
      nhsNumber: NHS_NUMBERS.hari,
      input: {
        competent: true,
        reason: 'knows what it means',
        expectedVersion: (await desk.patient('hari')).version
      }
    })
    expect((await lastOf('hari'))?.settings).toMatchObject([
      {
        setting: 'COMPETENCE',
        after: {
          enabled: null,
          text: 'Assessed as competent: knows what it means'
        }
      }
    ])
  })

  it('is of that patient and of configuring alone', async () => {
    await gp.PatientRecord({ nhsNumber: NHS_NUMBERS.ella })
    expect((await historyOf('ella')).nodes).toEqual([])
  })
})

describe('pages of a history', () => {
  it('bring every row once, while new ones are added', async () => {
    const before = (await historyOf('dev')).nodes
    const seen: string[] = []
    let after: string | null = null
    for (;;) {
      const { nodes, pageInfo } = await historyOf('dev', { first: 2, after })
      seen.push(...nodes.map(({ id }) => id))
      if (!pageInfo.hasNextPage) break
      after = pageInfo.endCursor
      accepted(await desk.setPatient('dev', 'DOCUMENT', OFF))
    }
    expect(seen).toEqual(before.map(({ id }) => id))
  })

  it('refuse a cursor of another list', async () => {
    const { pageInfo } = await historyOf('dev', { first: 1 })
    const { auditEvents } = await gp.AuditEvents({ odsCode: ELM_TREE })
    const asked = [
      historyOf('cara', { after: pageInfo.endCursor }),
      practiceHistory({ after: pageInfo.endCursor }),
      practiceHistory({ after: auditEvents?.pageInfo.endCursor ?? null })
    ]
    for (const refusal of await Promise.all(asked.map(refusalOf))) {
      expect(refusal).toMatchObject({
        code: 'BAD_USER_INPUT',
        extensions: { field: ['after'] }
      })
    }
  })
})

describe('who may read a history', () => {
  it('is staff who may see the configuration', async () => {
    const receptionist = await server.clientOf('receptionist')
    const { nodes } = await historyOf('dev', {}, receptionist)
    expect(nodes.length).toBeGreaterThan(0)
  })

  it('is neither the patient nor another practice', async () => {
    const dev = await server.clientOf('dev')
    expect(await refusalOf(historyOf('dev', {}, dev))).toMatchObject({
      code: 'FORBIDDEN'
    })
    const other = await server.clientOf('other-gp')
    expect(await refusalOf(historyOf('dev', {}, other))).toMatchObject({
      code: 'NOT_FOUND'
    })
  })
})
