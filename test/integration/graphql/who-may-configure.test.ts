import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { refusalOf } from '../../support/graph-errors.ts'
import { ELM_TREE, NHS_NUMBERS } from '../../support/people.ts'

let server: TestApp

beforeAll(async () => {
  server = await startTestApp()
})
afterAll(() => server.close())

const caraVersion = async (): Promise<number> => {
  const gp = await server.clientOf('gp')
  const { patient } = await gp.PatientAccess({ nhsNumber: NHS_NUMBERS.cara })
  return patient?.access?.version ?? 0
}

describe('who may configure', () => {
  it('refuses a receptionist, and nothing changes', async () => {
    const receptionist = await server.clientOf('receptionist')
    const before = await caraVersion()
    const refusal = await refusalOf(
      receptionist.SetPatientRecordAccess({
        nhsNumber: NHS_NUMBERS.cara,
        input: { level: 'SUMMARY', enabled: false, expectedVersion: before }
      })
    )
    expect(refusal).toMatchObject({
      code: 'FORBIDDEN',
      extensions: { reason: 'PERMISSION_MISSING' }
    })
    expect(await caraVersion()).toBe(before)
  })

  it('finds no patient and no practice of another practice', async () => {
    const other = await server.clientOf('other-gp')
    const asked = [
      other.PatientAccess({ nhsNumber: NHS_NUMBERS.ada }),
      other.PracticeAccess({ odsCode: ELM_TREE })
    ]
    for (const refusal of await Promise.all(asked.map(refusalOf))) {
      expect(refusal).toMatchObject({ code: 'NOT_FOUND', message: 'Not found' })
    }
  })
})
