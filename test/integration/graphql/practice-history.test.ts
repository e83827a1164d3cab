import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { accepted, OFF, openDesk, type Desk } from '../../support/access.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import type { Sdk } from '../../support/generated/sdk.ts'
import { DEMO_SOLUTION_ID, ELM_TREE } from '../../support/people.ts'

let server: TestApp
let gp: Sdk
let desk: Desk

beforeAll(async () => {
  server = await startTestApp()
  gp = await server.clientOf('gp')
  desk = openDesk(gp)
})
afterAll(() => server.close())

const practiceHistory = async () => {
  const { practice } = await gp.PracticeAccessHistory({ odsCode: ELM_TREE })
  if (!practice?.accessHistory) throw new Error('No history')
  return practice.accessHistory
}

const lastOfPractice = async () => (await practiceHistory()).nodes[0]

describe('the history of a practice', () => {
  it('tells of its own settings, not of its patients’', async () => {
    accepted(await desk.setPractice('FULL_RECORD', OFF))
    accepted(await desk.setPatient('cara', 'SUMMARY', OFF))
    expect(await lastOfPractice()).toMatchObject({
      action: 'SET_PRACTICE_RECORD_ACCESS',
      settings: [
        {
          setting: 'FULL_RECORD',
          after: { enabled: false, startDate: null, text: null }
        }
      ]
    })
  })

  it('tells of default levels in words', async () => {
    await gp.SetDefaultAccess({
      odsCode: ELM_TREE,
      input: {
        levels: [
          { level: 'SUMMARY' },
          { level: 'FULL_RECORD', startDate: '2024-02-29' }
        ],
        prescriptionOrdering: true,
        reviewConfirmed: true,
        expectedVersion: (await desk.practice()).version
      }
    })
    await gp.SetAtRiskDefaultAccess({
      odsCode: ELM_TREE,
      input: {
        levels: [],
        prescriptionOrdering: false,
        expectedVersion: (await desk.practice()).version
      }
    })
    const [atRisk, general] = (await practiceHistory()).nodes
    expect(general?.settings[0]?.after?.text).toBe(
      'SUMMARY, FULL_RECORD from 2024-02-29, PRESCRIPTION_ORDERING'
    )
    expect(atRisk?.settings).toMatchObject([
      { setting: 'AT_RISK_DEFAULT_ACCESS', after: { text: 'Nothing' } }
    ])
  })

  it('tells which app came and which went', async () => {
    await gp.AddSolution({
      odsCode: ELM_TREE,
      input: {
        name: 'Riverside Record',
        supplier: 'Riverside Ltd',
        clientId: 'riverside',
        services: ['RECORD_ACCESS'],
        expectedVersion: (await desk.practice()).version
      }
    })
    expect((await lastOfPractice())?.settings).toMatchObject([
      {
        setting: 'SOLUTIONS',
        before: null,
        after: {
          text: 'Riverside Record by Riverside Ltd for RECORD_ACCESS, client id riverside'
        }
      }
    ])
    const remove = async () =>
      gp.RemoveSolution({
        odsCode: ELM_TREE,
        solutionId: DEMO_SOLUTION_ID,
        input: { expectedVersion: (await desk.practice()).version }
      })
    await remove()
    expect((await lastOfPractice())?.settings).toMatchObject([
      { before: { text: expect.stringContaining('Ambleford') }, after: null }
    ])
    await remove()
    expect(await lastOfPractice()).toMatchObject({
      outcome: 'ALREADY_IN_FORCE',
      settings: [{ before: null, after: null }]
    })
  })
})
