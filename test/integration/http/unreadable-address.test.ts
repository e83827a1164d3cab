import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApp, type TestApp } from '../../support/app.ts'

let server: TestApp

beforeAll(async () => {
  server = await startTestApp({ seeded: false })
})
afterAll(() => server.close())

const BASE = '/gp-connect/patient-facing/access-record-fhir/FHIR/STU3'
const REQUEST_ID = '6a1f6a31-3c4e-4f9d-9a58-2d6f3f1e0c11'

const call = async (path: string) => {
  const { statusCode, headers, body } = await server.app.inject({
    method: 'POST',
    url: path,
    headers: { 'x-request-id': REQUEST_ID }
  })
  return { status: statusCode, headers, text: body }
}

describe('an address that cannot be decoded', () => {
  it.each([`${BASE}/9991230017%E0%A4%A`, `${BASE}/Patient/${'9'.repeat(200)}`])(
    'is an OperationOutcome under the FHIR base: %s',
    async (path) => {
      const { status, headers, text } = await call(path)
      expect(status).toBe(400)
      expect(headers).toMatchObject({
        'content-type': 'application/fhir+json; charset=utf-8',
        'cache-control': 'no-store',
        'x-request-id': REQUEST_ID
      })
      expect(JSON.parse(text)).toMatchObject({
        resourceType: 'OperationOutcome',
        issue: [
          {
            severity: 'error',
            code: 'invalid',
            details: { coding: [{ code: 'BAD_REQUEST' }] }
          }
        ]
      })
      expect(text).not.toContain('999')
    }
  )

  it.each(['/9991230017%E0%A4%A', '/graphql%', '/healthz/%zz'])(
    'is a plain refusal elsewhere: %s',
    async (path) => {
      const { status, headers, text } = await call(path)
      expect(status).toBe(400)
      expect(headers['x-request-id']).toBe(REQUEST_ID)
      expect(JSON.parse(text)).toEqual({
        error: { code: 'BAD_REQUEST', message: 'The request cannot be read' }
      })
    }
  )
})
