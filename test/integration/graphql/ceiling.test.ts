import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { startTestApp, type TestApp } from '../../support/app.ts'
import type { RecordAccessSwitch } from '../../support/generated/sdk.ts'
import { ELM_TREE, NHS_NUMBERS } from '../../support/people.ts'

let server: TestApp

beforeAll(async () => {
  server = await startTestApp()
})
afterAll(() => server.close())

const setPractice = async (level: RecordAccessSwitch, enabled: boolean) => {
  const gp = await server.clientOf('gp')
  const { practice } = await gp.PracticeAccess({ odsCode: ELM_TREE })
  const { setPracticeRecordAccess } = await gp.SetPracticeRecordAccess({
    odsCode: ELM_TREE,
    input: {
      level,
      enabled,
      reviewConfirmed: true,
      expectedVersion: practice?.access?.version ?? 0
    }
  })
  expect(setPracticeRecordAccess?.userErrors).toEqual([])
}

const seenBy = async (person: 'ben' | 'cara') => {
  const client = await server.clientOf(person)
  return client.PatientRecord({ nhsNumber: NHS_NUMBERS[person] })
}

it('the practice’s switches mask what patients see, and restore it (R1)', async () => {
  const before = { ben: await seenBy('ben'), cara: await seenBy('cara') }
  expect(before.cara.patient?.branchSurgery).not.toBeNull()
  expect(JSON.stringify(before.ben)).toMatch(/"note":"/)

  await setPractice('FULL_RECORD', false)
  expect(JSON.stringify(await seenBy('ben'))).not.toMatch(/"note":"/)
  expect(await seenBy('cara')).toEqual(before.cara)

  await setPractice('DETAILED_CODED', false)
  const masked = await seenBy('cara')
  expect(masked.patient?.branchSurgery).toBeNull()
  expect(masked.patient?.record?.allergies?.nodes.length).toBeGreaterThan(0)

  await setPractice('DETAILED_CODED', true)
  await setPractice('DOCUMENT', true)
  await setPractice('FULL_RECORD', true)
  expect({ ben: await seenBy('ben'), cara: await seenBy('cara') }).toEqual(
    before
  )
})

it('with every practice switch off nobody sees anything (R3)', async () => {
  for (const level of ['FULL_RECORD', 'DETAILED_CODED', 'SUMMARY'] as const) {
    await setPractice(level, false)
  }
  const ben = await server.clientOf('ben')
  const { viewer } = await ben.WhoAmI()
  expect(viewer.patients).toEqual([{ nhsNumber: NHS_NUMBERS.ben }])
  await expect(seenBy('ben')).rejects.toThrow(/FORBIDDEN/)
})
