import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it
} from '@jest/globals'
import {
  bodyOf,
  include,
  includeAllergies,
  nhsNumberParameter
} from '../../support/builders/parameters.ts'
import {
  REQUEST_ID,
  startFhirServer,
  type FhirAnswer,
  type FhirCall
} from '../../support/fhir-server.ts'

let server: Awaited<ReturnType<typeof startFhirServer>>

beforeAll(async () => {
  server = await startFhirServer()
})
afterAll(() => server.close())
beforeEach(() => {
  server.situation.calls.length = 0
})

const GOOD = bodyOf(nhsNumberParameter(), includeAllergies())

const call = (options: FhirCall = {}): Promise<FhirAnswer> =>
  server.call({ body: GOOD, ...options })

const refusal = (code: string, rest: object = {}) => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', details: { coding: [{ code }] }, ...rest }]
})

describe('A good request', () => {
  it('is answered with the Bundle, its id that of the request', async () => {
    const answer = await call()
    expect(answer.status).toBe(200)
    expect(answer.json).toMatchObject({
      resourceType: 'Bundle',
      id: REQUEST_ID
    })
    expect(answer.text).toContain('AllergyIntolerance')
    expect(answer.text).not.toContain('MedicationStatement')
  })

  it('has the headers of digest 1.2', async () => {
    const { headers } = await call({
      headers: { 'x-correlation-id': 'any value; at all' }
    })
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/fhir+json; charset=utf-8',
      'cache-control': 'no-store',
      'x-request-id': REQUEST_ID,
      'x-correlation-id': 'any value; at all'
    })
  })

  it.each([
    [{ accept: 'application/fhir+json' }, ''],
    [{ accept: 'application/json' }, ''],
    [{ accept: 'application/fhir+xml, application/fhir+json;q=0.5' }, ''],
    [{ accept: '*/*' }, ''],
    [{ accept: '' }, ''],
    [{ accept: 'application/fhir+xml' }, '?_format=json'],
    [{ accept: 'application/fhir+xml' }, '?_format=application/fhir+json'],
    [{ accept: 'text/html' }, '?_format=application%2Ffhir%2Bjson'],
    [{ 'content-type': 'application/json' }, ''],
    [{ 'content-type': 'application/fhir+json; charset="UTF-8"' }, ''],
    [{ 'ssp-traceid': 'x', 'interaction-id': 'whatever' }, '']
  ])('may come with %j%s', async (headers, query) => {
    const path = `/Patient/$gpc.getstructuredrecord${query}`
    expect((await call({ headers, path })).status).toBe(200)
  })

  it('may have its dollar sign encoded', async () => {
    const path = '/Patient/%24gpc.getstructuredrecord'
    expect((await call({ path })).status).toBe(200)
  })

  it('with an unknown parameter is answered, with a warning', async () => {
    const body = bodyOf(nhsNumberParameter(), include('includeWeather'))
    const answer = await call({ body })
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('includeWeather is an unrecognised parameter')
  })

  it('for an area that is not here says that it is disabled', async () => {
    const body = bodyOf(nhsNumberParameter(), include('includeProblems'))
    const answer = await call({ body })
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('includeProblems has been disabled')
  })
})

describe('Who calls (401, Ruling R24)', () => {
  it.each([
    [null, 'AUTHENTICATION_REQUIRED'],
    ['expired', 'TOKEN_EXPIRED'],
    ['unproven', 'IDENTITY_PROOFING_TOO_LOW']
  ])('token %p is refused: %s', async (token, reason) => {
    const answer = await call({ token, headers: { 'x-request-id': '' } })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    expect(answer.json).toMatchObject(
      refusal('ACCESS DENIED', { code: 'login', diagnostics: reason })
    )
    expect(server.situation.calls).toEqual([])
  })

  it('is not judged while the issuer’s keys cannot be read', async () => {
    const answer = await call({ token: 'keyless' })
    expect(answer.status).toBe(503)
    expect(answer.json).toMatchObject({ issue: [{ code: 'transient' }] })
  })

  it('is asked first, of an address that is not there too', async () => {
    expect((await call({ token: null, path: '/nothing' })).status).toBe(401)
  })
})

describe('Headers (400, 415)', () => {
  it.each(['', 'not-a-uuid', `${REQUEST_ID}0`])(
    'X-Request-ID %p is refused',
    async (id) => {
      const answer = await call({ headers: { 'x-request-id': id } })
      expect(answer.status).toBe(400)
      expect(answer.json).toMatchObject(refusal('BAD_REQUEST'))
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
  )

  it.each([
    [{ accept: 'application/fhir+xml' }, ''],
    [{ accept: 'application/fhir+json;q=0' }, ''],
    [{}, '?_format=xml'],
    [{}, '?_format=json&_format=xml'],
    [{ 'content-type': 'application/fhir+xml' }, ''],
    [{ 'content-type': 'text/plain' }, ''],
    [{ 'content-type': 'application/json; charset=utf-16' }, ''],
    [{ 'content-type': 'nonsense' }, '']
  ])('%j%s is no supported media type', async (headers, query) => {
    const path = `/Patient/$gpc.getstructuredrecord${query}`
    const answer = await call({ headers, path })
    expect(answer.status).toBe(415)
    expect(answer.json).toMatchObject(refusal('UNSUPPORTED_MEDIA_TYPE'))
  })
})

describe('The body', () => {
  it.each([
    ['nothing', ''],
    ['cut off', JSON.stringify(GOOD).slice(0, -9)],
    ['no JSON', '<Parameters/>'],
    ['very deep', '['.repeat(2_000_000)],
    ['very deep and whole', `${'['.repeat(500_000)}${']'.repeat(500_000)}`],
    [
      'deep in a parameter',
      `{"resourceType":"Parameters","parameter":${'['.repeat(300_000)}${']'.repeat(300_000)}}`
    ],
    ['another resource', '{"resourceType":"Bundle"}']
  ])('%s is an invalid resource', async (_what, body) => {
    const answer = await call({ body })
    expect(answer.status).toBe(422)
    expect(answer.json).toMatchObject(refusal('INVALID_RESOURCE'))
    expect(server.situation.calls).toEqual([])
  })

  it('of more than 10 MB is too large', async () => {
    const answer = await call({ body: ' '.repeat(10 * 1024 * 1024 + 1) })
    expect(answer.status).toBe(413)
    expect(answer.json).toMatchObject(
      refusal('BAD_REQUEST', { code: 'too-long' })
    )
  })

  it.each([
    [nhsNumberParameter('9991230018'), 'INVALID_NHS_NUMBER'],
    [nhsNumberParameter('9991230017', 'urn:x'), 'INVALID_IDENTIFIER_SYSTEM']
  ])('with a wrong identifier is refused: %j', async (parameter, code) => {
    const answer = await call({ body: bodyOf(parameter) })
    expect(answer.status).toBe(400)
    expect(answer.json).toMatchObject(refusal(code))
    expect(answer.text).not.toContain('9991230018')
  })

  it('with a wrong parameter is refused, saying which', async () => {
    const body = bodyOf(nhsNumberParameter(), include('includeAllergies'))
    const answer = await call({ body })
    expect(answer.status).toBe(422)
    expect(answer.json).toMatchObject(
      refusal('INVALID_PARAMETER', {
        diagnostics: 'includeAllergies.includeResolvedAllergies is missing',
        expression: ['Parameters.parameter[1]']
      })
    )
    expect(server.situation.calls).toEqual(['open'])
  })
})
