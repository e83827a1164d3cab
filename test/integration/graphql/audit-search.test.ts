import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { accepted, OFF, openDesk } from '../../support/access.ts'
import {
  openAudit,
  type AuditAsked,
  type AuditFilter,
  type AuditReader
} from '../../support/audit-reader.ts'
import { startTestApp, TEST_NOW, type TestApp } from '../../support/app.ts'
import type { Sdk } from '../../support/generated/sdk.ts'
import { refusalOf } from '../../support/graph-errors.ts'
import {
  ELM_TREE,
  MILL_LANE,
  NHS_NUMBERS,
  UNKNOWN_NHS_NUMBER
} from '../../support/people.ts'

let server: TestApp
let gp: Sdk
let audit: AuditReader

beforeAll(async () => {
  server = await startTestApp()
  gp = await server.clientOf('gp')
  audit = openAudit(gp)
})
afterAll(() => server.close())

const setSummary = async (person: 'cara' | 'dev', enabled: boolean) =>
  openDesk(gp).setPatient(person, 'SUMMARY', { enabled })

describe('a filter of the audit', () => {
  beforeAll(async () => {
    accepted(await setSummary('cara', false))
    const receptionist = await server.clientOf('receptionist')
    await refusalOf(
      receptionist.SetPracticeRecordAccess({
        odsCode: ELM_TREE,
        input: { level: 'SUMMARY', enabled: false, expectedVersion: 1 }
      })
    )
    accepted(await setSummary('dev', false))
    accepted(await openDesk(gp).setPatient('dev', 'FULL_RECORD', OFF))
  })

  it('leaves the rows of one patient', async () => {
    const rows = await audit.found({ nhsNumber: NHS_NUMBERS.dev })
    expect(rows.map(({ settings }) => settings)).toEqual([
      ['FULL_RECORD'],
      ['SUMMARY']
    ])
  })

  it('finds nothing for a patient who is not known here', async () => {
    for (const nhsNumber of [UNKNOWN_NHS_NUMBER, NHS_NUMBERS.priya]) {
      expect(await audit.found({ nhsNumber })).toEqual([])
    }
    expect(await audit.latest({ chain: 'READS' })).toMatchObject({
      nhsNumber: null,
      detail: { filter: { patientKnown: false } }
    })
  })

  it('leaves the rows of one member of staff', async () => {
    const { actor } = await audit.latest()
    const own = await audit.found({ userId: actor.userId })
    const all = (await audit.page({ first: 100 })).nodes
    expect(own.length).toBe(all.length - 1)
    expect(new Set(own.map((row) => row.actor.userId))).toEqual(
      new Set([actor.userId])
    )
    expect(await audit.found({ userId: "x' or true --" })).toEqual([])
  })

  it('leaves actions, settings and outcomes, all of them at once', async () => {
    const all = (await audit.page({ first: 100 })).nodes
    const wanted = all.filter(
      ({ action, settings, outcome }) =>
        action === 'SET_PATIENT_RECORD_ACCESS' &&
        settings.includes('SUMMARY') &&
        outcome === 'CHANGED'
    )
    expect(wanted.length).toBeGreaterThan(1)
    const rows = await audit.found({
      actions: ['SET_PATIENT_RECORD_ACCESS', 'SET_PRACTICE_RECORD_ACCESS'],
      settings: ['SUMMARY', 'SOLUTIONS'],
      outcomes: ['CHANGED']
    })
    expect(rows).toEqual(wanted)
  })

  it.each<[string, AuditFilter]>([
    ['actions', { actions: [] }],
    ['settings', { settings: [] }],
    ['outcomes', { outcomes: [] }]
  ])('finds nothing for no %s', async (_what, filter) => {
    expect(await audit.found(filter)).toEqual([])
  })

  it('finds no read by a setting', async () => {
    const filter: AuditFilter = { settings: ['SUMMARY'] }
    expect(await audit.found(filter, { chain: 'READS' })).toEqual([])
  })

  it('takes days as they are in London', async () => {
    server.setClock(new Date('2027-06-30T23:30:00Z'))
    const later = openDesk(await server.clientOf('gp'))
    accepted(await later.setPatient('dev', 'SUMMARY'))
    server.setClock(TEST_NOW)
    const day = async (from: string, to: string) =>
      (await audit.found({ from, to })).length
    expect(await day('2027-07-01', '2027-07-01')).toBe(1)
    expect(await day('2027-06-30', '2027-06-30')).toBe(0)
    const all = (await audit.page({ first: 100 })).nodes.length
    expect(await day('0001-01-01', '9999-12-31')).toBe(all)
    expect(await audit.found({ from: '2027-07-02' })).toEqual([])
    expect(await audit.found({ to: '2026-11-22' })).toEqual([])
  })
})

describe('pages of the audit', () => {
  it('bring every row once, while new ones are added', async () => {
    const before = (await audit.page({ first: 100 })).nodes
    const seen: string[] = []
    let after: string | null = null
    let enabled = false
    for (;;) {
      const { nodes, pageInfo } = await audit.page({ first: 2, after })
      seen.push(...nodes.map(({ id }) => id))
      expect(pageInfo.hasNextPage).toBe(seen.length < before.length)
      if (!pageInfo.hasNextPage) break
      after = pageInfo.endCursor
      accepted(await setSummary('dev', enabled))
      enabled = !enabled
    }
    expect(seen).toEqual(before.map(({ id }) => id))
  })

  it('refuse a cursor that is of another list, or none', async () => {
    const { pageInfo } = await audit.page({ chain: 'READS', first: 1 })
    const other = await server.clientOf('other-gp')
    const asked = [
      audit.page({ after: pageInfo.endCursor }),
      audit.page({ after: 'anything' }),
      audit.page({ after: '' }),
      openAudit(other).page({
        odsCode: MILL_LANE,
        chain: 'READS',
        after: pageInfo.endCursor
      })
    ]
    for (const refusal of await Promise.all(asked.map(refusalOf))) {
      expect(refusal).toMatchObject({
        code: 'BAD_USER_INPUT',
        extensions: { field: ['after'] }
      })
    }
  })
})

describe('what the audit cannot be asked', () => {
  it.each<[string, AuditAsked, string[]]>([
    [
      'days the wrong way round',
      { filter: { from: '2026-11-24', to: '2026-11-23' } },
      ['filter', 'to']
    ],
    [
      'a user id that is none',
      { filter: { userId: 'a\0' } },
      ['filter', 'userId']
    ],
    ['no rows', { first: 0 }, ['first']],
    ['too many', { first: 101 }, ['first']]
  ])('is %s', async (_what, asked, field) => {
    expect(await refusalOf(audit.page(asked))).toMatchObject({
      code: 'BAD_USER_INPUT',
      extensions: { field }
    })
  })
})
