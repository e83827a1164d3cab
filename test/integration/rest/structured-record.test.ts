import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { lookUpsIn } from '../../support/look-ups.ts'
import { NHS_NUMBERS, UNKNOWN_NHS_NUMBER } from '../../support/people.ts'
import {
  askStructuredRecord,
  bundleOf,
  outcomeOf
} from '../../support/structured-record.ts'

let server: TestApp

beforeAll(async () => {
  server = await startTestApp()
})
afterAll(() => server.close())

type Person = keyof typeof NHS_NUMBERS

const ask = async (
  viewer: string,
  nhsNumber: string,
  options: { parameters?: object[]; requestId?: string } = {}
) =>
  askStructuredRecord(server.url, {
    token: await server.tokenOf(viewer),
    nhsNumber,
    ...options
  })

const askOwn = (person: Person) => ask(person, NHS_NUMBERS[person])

describe('$gpc.getstructuredrecord', () => {
  it('answers with the request’s id as the Bundle’s, and never stored', async () => {
    const requestId = '0f3c2d2e-6c4a-4b62-9f0c-8f2f3f6f5b1a'
    const answer = await ask('ada', NHS_NUMBERS.ada, { requestId })
    expect(bundleOf(answer).id).toBe(requestId)
    expect(answer.headers.get('x-request-id')).toBe(requestId)
    expect(answer.headers.get('content-type')).toBe(
      'application/fhir+json; charset=utf-8'
    )
    expect(answer.headers.get('cache-control')).toContain('no-store')
  })

  it('gives the same Bundle twice, but for its id', async () => {
    const [first, second] = await Promise.all([askOwn('ben'), askOwn('ben')])
    expect({ ...bundleOf(first), id: '' }).toEqual({
      ...bundleOf(second),
      id: ''
    })
  })

  it('has nothing of hidden entries but the list warning (R15, R18)', async () => {
    const gp = await server.clientOf('gp')
    const { patient } = await gp.PatientRecord({ nhsNumber: NHS_NUMBERS.gwen })
    const hidden = [
      ...(patient?.record?.allergies?.nodes ?? []),
      ...(patient?.record?.medications?.nodes ?? [])
    ].filter(({ marker }) => marker !== null)
    expect(hidden.length).toBeGreaterThanOrEqual(3)
    const answer = await askOwn('gwen')
    for (const { id } of hidden) expect(answer.text).not.toContain(id)
    const warned = bundleOf(answer).entry?.filter(({ resource }) =>
      JSON.stringify(resource).includes('"valueCode":"confidential-items"')
    )
    expect(warned?.map(({ resource }) => resource?.resourceType)).toEqual([
      'List',
      'List'
    ])
  })

  it('says when a record is still being transferred (R18)', async () => {
    expect((await askOwn('noor')).text).toContain('data-in-transit')
  })

  it('answers areas that are not held as disabled (digest 3.3)', async () => {
    const bundle = bundleOf(
      await ask('ben', NHS_NUMBERS.ben, {
        parameters: [{ name: 'includeProblems' }]
      })
    )
    const outcome = bundle.entry?.find(
      ({ resource }) => resource?.resourceType === 'OperationOutcome'
    )
    expect(JSON.stringify(outcome)).toContain(
      'includeProblems has been disabled'
    )
  })

  it('refuses an area above the level, naming it (R19)', async () => {
    const answer = await ask('ada', NHS_NUMBERS.ada, {
      parameters: [{ name: 'includeMedication' }, { name: 'includeProblems' }]
    })
    expect(answer.status).toBe(403)
    expect(outcomeOf(answer).issue[0]).toMatchObject({
      code: 'forbidden',
      details: { coding: [{ code: 'ACCESS DENIED' }] },
      diagnostics: 'includeProblems'
    })
  })
})

describe('who may ask', () => {
  it('needs a token of a patient at P9', async () => {
    const nhsNumber = NHS_NUMBERS.ada
    const unknown = await askStructuredRecord(server.url, { nhsNumber })
    expect(unknown.status).toBe(401)
    expect((await ask('p5', nhsNumber)).status).toBe(401)
    expect((await ask('gp', nhsNumber)).status).toBe(403)
  })

  it('is only whom the token covers, without a look-up (R24)', async () => {
    const ada = await ask('ada', NHS_NUMBERS.ada)
    expect(ada.status).toBe(200)
    server.statements.length = 0
    const answers = await Promise.all(
      [NHS_NUMBERS.ben, UNKNOWN_NHS_NUMBER].map((number) => ask('ada', number))
    )
    expect(answers.map(({ status }) => status)).toEqual([403, 403])
    expect(answers[0]?.text).toBe(answers[1]?.text)
    expect(lookUpsIn(server.statements)).toEqual([])
  })

  it('finds the sensitive, inactive and deceased no more than nobody', async () => {
    const people = ['liam', 'maya', 'iris', 'kezia'] as const
    const answers = await Promise.all(people.map(askOwn))
    for (const { status, text } of answers) {
      expect(status).toBe(404)
      expect(text).toBe(answers[0]?.text)
    }
    expect(answers[0]?.text).toContain('PATIENT_NOT_FOUND')
  })

  it.each(['jack', 'hari'] as const)('refuses %s with 403', async (person) => {
    const answer = await askOwn(person)
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('ACCESS DENIED')
  })
})
