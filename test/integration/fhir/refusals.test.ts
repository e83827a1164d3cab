import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it
} from '@jest/globals'
import type { DenialReason } from '../../../src/policy/decision.ts'
import {
  bodyOf,
  include,
  includeAllergies,
  nhsNumberParameter
} from '../../support/builders/parameters.ts'
import {
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
  server.situation.level = 'full'
  server.situation.calls.length = 0
  delete server.situation.denial
  delete server.situation.failure
})

const GOOD = bodyOf(nhsNumberParameter(), includeAllergies())

const call = (options: FhirCall = {}): Promise<FhirAnswer> =>
  server.call({ body: GOOD, ...options })

const refusal = (code: string, rest: object = {}) => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', details: { coding: [{ code }] }, ...rest }]
})

describe('Whose record (403, 404, Ruling R24)', () => {
  it.each([
    ['another patient’s', { body: bodyOf(nhsNumberParameter('9991230025')) }],
    ['any, by staff', { token: 'staff' }]
  ])('%s is refused before any look-up', async (_whose, options) => {
    const answer = await call(options)
    expect(answer.status).toBe(403)
    expect(answer.json).toMatchObject(
      refusal('ACCESS DENIED', { code: 'forbidden' })
    )
    expect(server.situation.calls).toEqual([])
  })

  it('that is not to be found is answered alike, byte for byte', async () => {
    const answers = new Set<string>()
    const reasons: DenialReason[] = [
      'PATIENT_UNKNOWN',
      'OTHER_PRACTICE',
      'PATIENT_SENSITIVE',
      'PATIENT_INACTIVE',
      'PATIENT_DECEASED',
      'ONLINE_ACCESS_NEVER_ENABLED'
    ]
    for (const reason of reasons) {
      server.situation.denial = reason
      const { status, headers, text } = await call()
      const { date: _now, ...others } = Object.fromEntries(headers)
      answers.add(JSON.stringify([status, others, text]))
    }
    expect(answers.size).toBe(1)
    expect([...answers][0]).toContain('PATIENT_NOT_FOUND')
  })

  it('whose access the practice has disabled is refused (Ruling R6)', async () => {
    server.situation.denial = 'ONLINE_ACCESS_DISABLED'
    expect((await call()).status).toBe(403)
  })
})

describe('The level (403, Ruling R19)', () => {
  it('refuses all for one area above it, naming the parameter', async () => {
    server.situation.level = 'summary'
    const body = bodyOf(
      nhsNumberParameter(),
      includeAllergies(),
      include('includeProblems')
    )
    const answer = await call({ body })
    expect(answer.status).toBe(403)
    expect(answer.json).toMatchObject(
      refusal('ACCESS DENIED', { diagnostics: 'includeProblems' })
    )
    expect(server.situation.calls).toEqual(['open'])
  })

  it('goes before what is wrong with the rest (Ruling R24)', async () => {
    server.situation.level = 'summary'
    const body = bodyOf(
      nhsNumberParameter(),
      include('includeAllergies'),
      include('includeInvestigations')
    )
    expect((await call({ body })).status).toBe(403)
  })

  it('none gives not even demographics', async () => {
    server.situation.level = 'none'
    const answer = await call({ body: bodyOf(nhsNumberParameter()) })
    expect(answer.status).toBe(403)
    expect(answer.json).toMatchObject(
      refusal('ACCESS DENIED', { diagnostics: 'patientNHSNumber' })
    )
  })
})

describe('Addresses that are not there', () => {
  it.each([
    ['POST', '/Patient/$gpc.other', 501, 'NOT_IMPLEMENTED'],
    ['GET', '/Patient/123', 501, 'NOT_IMPLEMENTED'],
    ['POST', '/Patient', 501, 'NOT_IMPLEMENTED'],
    ['GET', '/metadata', 501, 'NOT_IMPLEMENTED'],
    ['GET', '/Patient/$gpc.getstructuredrecord', 400, 'BAD_REQUEST'],
    ['PUT', '/Patient/$gpc.getstructuredrecord?x=1', 400, 'BAD_REQUEST'],
    ['DELETE', '/Patient/%24gpc.getstructuredrecord', 400, 'BAD_REQUEST']
  ])('%s %s is answered %i', async (method, path, status, code) => {
    const answer = await call({ method, path })
    expect(answer.status).toBe(status)
    expect(answer.json).toMatchObject(refusal(code))
    expect(answer.headers.get('content-type')).toBe(
      'application/fhir+json; charset=utf-8'
    )
  })
})

describe('A failure of the server', () => {
  it('is masked, with an id to look it up by', async () => {
    server.situation.failure = new Error('secret of the house')
    const answer = await call()
    expect(answer.status).toBe(500)
    expect(answer.json).toMatchObject(refusal('INTERNAL_SERVER_ERROR'))
    expect(answer.text).toMatch(/errorId: \S+/)
    expect(answer.text).not.toContain('secret')
  })

  it('that is the database being down says so', async () => {
    server.situation.failure = Object.assign(new Error('down'), {
      code: 'ECONNREFUSED'
    })
    const answer = await call()
    expect(answer.status).toBe(503)
    expect(answer.json).toMatchObject({ issue: [{ code: 'transient' }] })
  })
})
