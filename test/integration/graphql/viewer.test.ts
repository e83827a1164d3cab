import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { refusalOf } from '../../support/graph-errors.ts'
import { ELM_TREE, NHS_NUMBERS } from '../../support/people.ts'

let server: TestApp

beforeAll(async () => {
  server = await startTestApp()
})
afterAll(() => server.close())

describe('the viewer', () => {
  it('is a patient with their own record', async () => {
    const { viewer } = await (await server.clientOf('ada')).WhoAmI()
    expect(viewer).toEqual({
      kind: 'PATIENT',
      staff: null,
      patients: [{ nhsNumber: NHS_NUMBERS.ada }]
    })
  })

  it('is staff of a practice with their roles and what these permit', async () => {
    const { viewer } = await (await server.clientOf('receptionist')).WhoAmI()
    expect(viewer).toEqual({
      kind: 'PRACTICE_STAFF',
      staff: {
        odsCode: ELM_TREE,
        roles: ['RECEPTIONIST'],
        permissions: ['VIEW_CONFIGURATION', 'VIEW_RECORD']
      },
      patients: []
    })
  })

  it.each([
    ['p5', 401, 'UNAUTHENTICATED'],
    ['jack', 200, 'FORBIDDEN'],
    ['hari', 200, 'FORBIDDEN'],
    ['kezia', 200, 'NOT_FOUND'],
    ['liam', 200, 'NOT_FOUND']
  ] as const)('%s has no patients: %i %s', async (persona, status, code) => {
    const client = await server.clientOf(persona)
    expect(await refusalOf(client.WhoAmI())).toMatchObject({
      status,
      code,
      data: { viewer: { kind: 'PATIENT', patients: null } }
    })
  })
})

it('staff without any permission for patients find none (R23)', async () => {
  const token = await server.issue({
    key: 'nobody',
    label: 'Nobody',
    description: 'May do nothing',
    kind: 'staff',
    userId: '999000000099',
    roleProfileId: '999000000099',
    odsCode: ELM_TREE,
    roles: []
  })
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json'
    },
    body: JSON.stringify({
      query: `{ patient(nhsNumber: "${NHS_NUMBERS.ada}") { birthDate } }`
    })
  })
  expect(await response.json()).toMatchObject({
    data: { patient: null },
    errors: [
      { extensions: { code: 'FORBIDDEN', reason: 'PERMISSION_MISSING' } }
    ]
  })
})
