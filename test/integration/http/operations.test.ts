import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { createTestDatabase } from '../../support/database.ts'
import {
  createDatabaseGate,
  type DatabaseGate
} from '../../support/database-gate.ts'
import { refusalOf } from '../../support/graph-errors.ts'
import { NHS_NUMBERS } from '../../support/people.ts'

let gate: DatabaseGate
let server: TestApp

beforeAll(async () => {
  const probe = await createTestDatabase()
  gate = await createDatabaseGate(probe.applicationUrl)
  await probe.drop()
  server = await startTestApp({ through: gate.through })
})
afterAll(async () => {
  await server.close()
  await gate.close()
})

const statusOf = async (path: string) => {
  const response = await fetch(`${server.url}${path}`)
  return { status: response.status, body: await response.json() }
}

describe('a server that loses its database', () => {
  it('says so, and serves again by itself once it is back', async () => {
    const ada = await server.clientOf('ada')
    const ask = () => ada.PatientRecord({ nhsNumber: NHS_NUMBERS.ada })
    const before = await ask()
    expect(await statusOf('/readyz')).toEqual({
      status: 200,
      body: { status: 'ready' }
    })

    await gate.shut()
    expect(await refusalOf(ask())).toMatchObject({
      status: 503,
      code: 'SERVICE_UNAVAILABLE'
    })
    expect(await statusOf('/readyz')).toEqual({
      status: 503,
      body: { status: 'not ready', reason: 'DATABASE_UNREACHABLE' }
    })
    expect(await statusOf('/healthz')).toEqual({
      status: 200,
      body: { status: 'ok' }
    })

    await gate.open()
    expect(await ask()).toEqual(before)
    expect((await statusOf('/readyz')).status).toBe(200)
  })
})

describe('every answer', () => {
  it('carries the request id it was sent, or one of its own', async () => {
    const id = '6a1f6a31-3c4e-4f9d-9a58-2d6f3f1e0c11'
    const sent = await fetch(`${server.url}/healthz`, {
      headers: { 'x-request-id': id }
    })
    expect(sent.headers.get('x-request-id')).toBe(id)
    const unsent = await fetch(`${server.url}/healthz`, {
      headers: { 'x-request-id': 'not a uuid' }
    })
    expect(unsent.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('to an unknown address is a JSON 404', async () => {
    expect(await statusOf('/nothing')).toEqual({
      status: 404,
      body: { error: { code: 'NOT_FOUND', message: 'There is nothing here' } }
    })
  })
})
