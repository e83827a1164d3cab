import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { gql, GraphQLClient } from 'graphql-request'
import { startTestApp, type TestApp } from '../../support/app.ts'
import type { Sdk } from '../../support/generated/sdk.ts'
import { ELM_TREE, MILL_LANE, NHS_NUMBERS } from '../../support/people.ts'

let server: TestApp

beforeAll(async () => {
  server = await startTestApp()
})
afterAll(() => server.close())

const practiceVersion = async (staff: Sdk, odsCode: string) =>
  (await staff.PracticeAccess({ odsCode })).practice?.access?.version ?? 0

const patientVersion = async (staff: Sdk, nhsNumber: string) =>
  (await staff.PatientAccess({ nhsNumber })).patient?.access?.version ?? 0

const setPractice = async (
  staff: Sdk,
  odsCode: string,
  change: {
    level: 'FULL_RECORD' | 'DOCUMENT'
    enabled: boolean
    confirmed: boolean
  }
) => {
  const { level, enabled, confirmed } = change
  const expectedVersion = await practiceVersion(staff, odsCode)
  const input = { level, enabled, expectedVersion, reviewConfirmed: confirmed }
  return staff.SetPracticeRecordAccess({ odsCode, input })
}

describe('the confirmation of a review (R5)', () => {
  it('is judged by the practice’s switches as they are at the change', async () => {
    const gp = await server.clientOf('gp')
    await setPractice(gp, ELM_TREE, {
      level: 'FULL_RECORD',
      enabled: false,
      confirmed: true
    })
    const practice = await practiceVersion(gp, ELM_TREE)
    const patient = await patientVersion(gp, NHS_NUMBERS.ada)
    const token = await server.tokenOf('gp')
    const client = new GraphQLClient(`${server.url}/graphql`, {
      headers: { authorization: `Bearer ${token}` }
    })
    const answer = await client.request<{
      raise: { userErrors: { code: string }[] }
    }>(gql`
      mutation {
        read: setPatientRecordAccess(
          nhsNumber: "${NHS_NUMBERS.ada}"
          input: { level: SUMMARY, enabled: true, expectedVersion: ${patient} }
        ) { userErrors { code } }
        open: setPracticeRecordAccess(
          odsCode: "${ELM_TREE}"
          input: {
            level: FULL_RECORD
            enabled: true
            reviewConfirmed: true
            expectedVersion: ${practice}
          }
        ) { userErrors { code } }
        raise: setPatientRecordAccess(
          nhsNumber: "${NHS_NUMBERS.ada}"
          input: {
            level: FULL_RECORD
            enabled: true
            expectedVersion: ${patient}
          }
        ) { userErrors { code } }
      }
    `)
    expect(answer.raise.userErrors).toEqual([
      { code: 'REVIEW_CONFIRMATION_REQUIRED' }
    ])
  })

  it('cannot be passed by both sides at once', async () => {
    const staff = await server.clientOf('other-gp')
    const nhsNumber = NHS_NUMBERS.priya
    const setPatient = async (enabled: boolean, confirmed: boolean) =>
      staff.SetPatientRecordAccess({
        nhsNumber,
        input: {
          level: 'FULL_RECORD',
          enabled,
          reviewConfirmed: confirmed,
          expectedVersion: await patientVersion(staff, nhsNumber)
        }
      })
    for (let round = 0; round < 10; round += 1) {
      await setPractice(staff, MILL_LANE, {
        level: 'FULL_RECORD',
        enabled: false,
        confirmed: true
      })
      await setPatient(false, true)
      const [practice, patient] = await Promise.all([
        setPractice(staff, MILL_LANE, {
          level: 'FULL_RECORD',
          enabled: true,
          confirmed: false
        }),
        setPatient(true, false)
      ])
      const refused = [
        ...(practice.setPracticeRecordAccess?.userErrors ?? []),
        ...(patient.setPatientRecordAccess?.userErrors ?? [])
      ].map(({ code }) => code)
      expect(refused).toEqual(['REVIEW_CONFIRMATION_REQUIRED'])
    }
  })

  it('takes a reason of plain text only', async () => {
    const gp = await server.clientOf('gp')
    const { setPatientRecordAccess } = await gp.SetPatientRecordAccess({
      nhsNumber: NHS_NUMBERS.cara,
      input: {
        level: 'SUMMARY',
        enabled: false,
        reason: 'x\u0000y',
        expectedVersion: 1
      }
    })
    expect(setPatientRecordAccess?.userErrors).toMatchObject([
      { code: 'REASON_NOT_PRINTABLE', field: ['input', 'reason'] }
    ])
  })
})
