import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApp, type TestApp } from '../../support/app.ts'
import type { Sdk } from '../../support/generated/sdk.ts'
import { refusalOf } from '../../support/graph-errors.ts'
import {
  DEMO_SOLUTION_ID,
  ELM_TREE,
  NHS_NUMBERS
} from '../../support/people.ts'
import { askStructuredRecord } from '../../support/structured-record.ts'

let server: TestApp
let manager: Sdk

beforeAll(async () => {
  server = await startTestApp()
  manager = await server.clientOf('manager')
})
afterAll(() => server.close())

const settings = async () => {
  const { practice } = await manager.PracticeSettings({ odsCode: ELM_TREE })
  if (!practice?.access) throw new Error('No settings')
  return { ...practice, access: practice.access }
}

const version = async () => (await settings()).access.version

const codesOf = (
  payload?: { userErrors: readonly { code: string }[] } | null
) => payload?.userErrors.map(({ code }) => code)

/** Of a patient nobody ever enabled, as staff see the record. */
const entriesOf = async (person: 'kezia'): Promise<number> => {
  const gp = await server.clientOf('gp')
  const { patient } = await gp.PatientRecord({ nhsNumber: NHS_NUMBERS[person] })
  const { allergies, medications } = patient?.record ?? {}
  const courses = medications?.nodes ?? []
  return (
    (allergies?.nodes.length ?? 0) +
    courses.length +
    courses.flatMap(({ issues }) => issues).length
  )
}

describe('what newly enabled patients get', () => {
  const SUMMARY_AND_CODED = [
    { level: 'SUMMARY' as const },
    { level: 'DETAILED_CODED' as const }
  ]

  it('is set as a whole, and tells who set it', async () => {
    const { setDefaultAccess } = await manager.SetDefaultAccess({
      odsCode: ELM_TREE,
      input: {
        levels: SUMMARY_AND_CODED,
        prescriptionOrdering: false,
        reason: 'agreed by the partners',
        expectedVersion: await version()
      }
    })
    expect(setDefaultAccess?.userErrors).toEqual([])
    const { access } = await settings()
    expect(access.defaultAccess).toMatchObject({
      levels: SUMMARY_AND_CODED,
      prescriptionOrdering: false,
      lastChange: { reason: 'agreed by the partners' }
    })
    expect(access.defaultAccess.lastChange?.name).toMatch(/\w+ \w+/)
    expect(access.atRiskDefaultAccess.levels).toEqual([
      { level: 'SUMMARY', startDate: null }
    ])
  })

  it('is separate for patients at risk from access', async () => {
    const before = await settings()
    const { setAtRiskDefaultAccess } = await manager.SetAtRiskDefaultAccess({
      odsCode: ELM_TREE,
      input: {
        levels: [],
        prescriptionOrdering: true,
        expectedVersion: before.access.version
      }
    })
    expect(setAtRiskDefaultAccess?.access).toMatchObject({
      version: before.access.version + 1,
      atRiskDefaultAccess: { levels: [], prescriptionOrdering: true },
      defaultAccess: { levels: before.access.defaultAccess.levels }
    })
  })

  it('is refused with everything that is wrong, and stays', async () => {
    const before = await settings()
    const { setDefaultAccess } = await manager.SetDefaultAccess({
      odsCode: ELM_TREE,
      input: {
        levels: [
          { level: 'DOCUMENT' },
          { level: 'DOCUMENT', startDate: '2020-01-01' }
        ],
        prescriptionOrdering: true,
        expectedVersion: before.access.version
      }
    })
    expect(codesOf(setDefaultAccess)).toEqual([
      'LEVEL_TWICE',
      'START_DATE_NOT_APPLICABLE',
      'REQUIRES_DETAILED_CODED'
    ])
    expect(await settings()).toEqual(before)
  })

  it('asks whether earlier entries are reviewed (R5)', async () => {
    const input = {
      levels: [{ level: 'FULL_RECORD' as const }],
      prescriptionOrdering: false,
      expectedVersion: await version()
    }
    const refused = await manager.SetDefaultAccess({ odsCode: ELM_TREE, input })
    expect(refused.setDefaultAccess?.userErrors).toMatchObject([
      {
        code: 'REVIEW_CONFIRMATION_REQUIRED',
        patientsRising: 1,
        entriesRising: await entriesOf('kezia')
      }
    ])
    const { setDefaultAccess } = await manager.SetDefaultAccess({
      odsCode: ELM_TREE,
      input: { ...input, reviewConfirmed: true }
    })
    expect(setDefaultAccess?.access?.defaultAccess.levels).toEqual([
      { level: 'FULL_RECORD', startDate: null }
    ])
  })

  it('takes a stale version for a conflict, unless it is so already', async () => {
    const now = await settings()
    const stale = { expectedVersion: now.access.version - 1 }
    const { setAtRiskDefaultAccess: same } =
      await manager.SetAtRiskDefaultAccess({
        odsCode: ELM_TREE,
        input: { levels: [], prescriptionOrdering: true, ...stale }
      })
    expect(same?.userErrors).toEqual([])
    const { setAtRiskDefaultAccess: other } =
      await manager.SetAtRiskDefaultAccess({
        odsCode: ELM_TREE,
        input: { levels: [], prescriptionOrdering: false, ...stale }
      })
    expect(other?.userErrors).toMatchObject([
      { code: 'CONFLICT', currentVersion: now.access.version }
    ])
    expect(await version()).toBe(now.access.version)
  })
})

describe('the signal of hidden items (R18)', () => {
  const warningsOf = async () => {
    const { text } = await askStructuredRecord(server.url, {
      token: await server.tokenOf('gwen'),
      nhsNumber: NHS_NUMBERS.gwen
    })
    return text.match(/confidential-items/g)?.length ?? 0
  }

  const setSignal = async (enabled: boolean) => {
    const { setSignalHiddenItems } = await manager.SetSignalHiddenItems({
      odsCode: ELM_TREE,
      input: { enabled, expectedVersion: await version() }
    })
    expect(setSignalHiddenItems?.userErrors).toEqual([])
  }

  it('is off from the next answer on, and on again', async () => {
    expect(await warningsOf()).toBeGreaterThan(0)
    await setSignal(false)
    expect(await warningsOf()).toBe(0)
    await setSignal(true)
    expect(await warningsOf()).toBeGreaterThan(0)
  })
})

it('lets no other practice see or set any of it', async () => {
  const other = await server.clientOf('other-gp')
  const before = await settings()
  expect(
    await refusalOf(other.PracticeSettings({ odsCode: ELM_TREE }))
  ).toMatchObject({ code: 'NOT_FOUND' })
  expect(
    await refusalOf(
      other.RemoveSolution({
        odsCode: ELM_TREE,
        solutionId: DEMO_SOLUTION_ID,
        input: { expectedVersion: 1 }
      })
    )
  ).toMatchObject({ code: 'NOT_FOUND' })
  expect(await settings()).toEqual(before)
})
