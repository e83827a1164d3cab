import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApp, TEST_NOW, type TestApp } from '../../support/app.ts'
import { refusalOf } from '../../support/graph-errors.ts'
import { patientQuery, postGraph } from '../../support/graph-post.ts'
import { lookUpsIn } from '../../support/look-ups.ts'
import { NHS_NUMBERS, UNKNOWN_NHS_NUMBER } from '../../support/people.ts'

let server: TestApp

beforeAll(async () => {
  server = await startTestApp()
})
afterAll(() => server.close())

const post = (
  operation: object,
  { url = server.url, token }: { token?: string; url?: string } = {}
) => postGraph(url, { operation, token })

describe('a token that is no good', () => {
  it('is refused with 401 and a reason', async () => {
    const answer = await post(patientQuery(NHS_NUMBERS.ada), { token: 'x.y.z' })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    expect(answer.body.errors?.[0]?.extensions).toEqual({
      code: 'UNAUTHENTICATED',
      reason: 'TOKEN_MALFORMED'
    })
  })

  it('is refused with 401 once it has expired', async () => {
    const token = await server.tokenOf('ada')
    server.setClock(new Date(TEST_NOW.getTime() + 13 * 3_600_000))
    const answer = await post(patientQuery(NHS_NUMBERS.ada), { token })
    server.setClock(TEST_NOW)
    expect(answer.status).toBe(401)
    expect(answer.body.errors?.[0]?.extensions?.reason).toBe('TOKEN_EXPIRED')
  })

  it('that is missing is 401 for a patient, and a viewer is anonymous', async () => {
    const answer = await post(patientQuery(NHS_NUMBERS.ada))
    expect(answer.status).toBe(401)
    expect(answer.body.errors?.[0]?.extensions).toMatchObject({
      code: 'UNAUTHENTICATED',
      reason: 'AUTHENTICATION_REQUIRED'
    })
    const nobody = await (await server.clientOf()).WhoAmI()
    expect(nobody.viewer).toEqual({
      kind: 'ANONYMOUS',
      staff: null,
      patients: []
    })
  })

  it('below P9 is 401 with its reason', async () => {
    const token = await server.tokenOf('p5')
    const answer = await post(patientQuery(NHS_NUMBERS.ada), { token })
    expect(answer.status).toBe(401)
    expect(answer.body.errors?.[0]?.extensions).toMatchObject({
      reason: 'IDENTITY_PROOFING_TOO_LOW'
    })
  })
})

describe('a patient who may not be found', () => {
  const answerFor = async (viewer: string, nhsNumber: string) => {
    const token = await server.tokenOf(viewer)
    const { status, headers, body } = await post(patientQuery(nhsNumber), {
      token
    })
    const names = [...headers.keys()].filter((name) => name !== 'date')
    return { status, names, body }
  }

  it('is answered alike, whatever the reason (R24)', async () => {
    const asked = await Promise.all([
      answerFor('iris', NHS_NUMBERS.iris),
      answerFor('liam', NHS_NUMBERS.liam),
      answerFor('maya', NHS_NUMBERS.maya),
      answerFor('kezia', NHS_NUMBERS.kezia),
      answerFor('ada', NHS_NUMBERS.ben),
      answerFor('ada', UNKNOWN_NHS_NUMBER),
      answerFor('other-gp', NHS_NUMBERS.ada),
      answerFor('other-gp', UNKNOWN_NHS_NUMBER)
    ])
    expect(asked[0]?.body).toMatchObject({
      data: { patient: null },
      errors: [{ message: 'Not found', extensions: { code: 'NOT_FOUND' } }]
    })
    for (const answer of asked) expect(answer).toEqual(asked[0])
  })

  it('costs no look-up when the token does not cover them (R24)', async () => {
    const token = await server.tokenOf('ada')
    server.statements.length = 0
    await post(patientQuery(NHS_NUMBERS.ben), { token })
    expect(lookUpsIn(server.statements)).toEqual([])
  })

  it.each([
    ['jack', 'online access disabled by the practice'],
    ['hari', 'under 16 and not assessed']
  ] as const)('%s is FORBIDDEN: %s', async (person, _why) => {
    const client = await server.clientOf(person)
    const nhsNumber = NHS_NUMBERS[person]
    const refusal = await refusalOf(client.PatientRecord({ nhsNumber }))
    expect(refusal).toMatchObject({
      code: 'FORBIDDEN',
      data: { patient: null }
    })
  })

  it('turns 16 without anybody doing anything (R10)', async () => {
    const { patient } = await (
      await server.clientOf('gp')
    ).PatientRecord({ nhsNumber: NHS_NUMBERS.hari })
    expect(patient?.nhsNumber).toBe(NHS_NUMBERS.hari)
    server.setClock(new Date('2036-01-01T12:00:00Z'))
    const hari = await server.clientOf('hari')
    const answer = await hari.PatientRecord({ nhsNumber: NHS_NUMBERS.hari })
    server.setClock(TEST_NOW)
    expect(answer.patient?.nhsNumber).toBe(NHS_NUMBERS.hari)
  })
})

describe('in production', () => {
  let production: TestApp

  beforeAll(async () => {
    production = await startTestApp({ production: true, citizenGraphql: false })
  })
  afterAll(() => production.close())

  it('only staff may read the schema', async () => {
    const query = '{ __schema { queryType { name } } }'
    const { url } = production
    const anyone = await post({ query }, { url })
    expect(anyone.status).toBe(403)
    const token = await production.tokenOf('receptionist')
    const staff = await post({ query }, { url, token })
    expect(staff.body.data).toEqual({
      __schema: { queryType: { name: 'Query' } }
    })
  })

  it('has neither GraphiQL nor demo tokens', async () => {
    const page = await fetch(`${production.url}/graphql`, {
      headers: { accept: 'text/html' }
    })
    expect(page.status).toBe(400)
    const personas = await fetch(`${production.url}/demo/personas`)
    expect(personas.status).toBe(404)
  })

  it('can close the graph to citizens and keep it open to staff', async () => {
    const ada = await production.clientOf('ada')
    const refusal = await refusalOf(
      ada.PatientRecord({ nhsNumber: NHS_NUMBERS.ada })
    )
    expect(refusal.extensions).toMatchObject({
      reason: 'CITIZEN_ACCESS_CLOSED'
    })
    const gp = await production.clientOf('gp')
    const { patient } = await gp.PatientRecord({ nhsNumber: NHS_NUMBERS.ada })
    expect(patient?.nhsNumber).toBe(NHS_NUMBERS.ada)
  })
})
