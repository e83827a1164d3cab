import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApp, type TestApp } from '../../support/app.ts'
import {
  createExplanations,
  type Explanations
} from '../../support/explanations.ts'
import { refusalOf } from '../../support/graph-errors.ts'
import { NHS_NUMBERS } from '../../support/people.ts'

let server: TestApp
let practices: Explanations

beforeAll(async () => {
  server = await startTestApp()
  practices = await createExplanations(server)
})
afterAll(() => server.close())

describe('explainAccess', () => {
  it('says of every entry what its patient finds', async () => {
    for (const person of ['ada', 'ella', 'gwen', 'priya'] as const) {
      const all = await practices.wholeRecordOf(person)
      const own = await practices.ownRecordOf(person)
      const seen = new Map(
        [...own.allergies, ...own.courses].map((entry) => [entry.id, entry])
      )
      for (const { id } of [...all.allergies, ...all.courses]) {
        const { outcome, keptBack } = await practices.explain(person, id)
        expect([id, outcome]).toEqual([id, seen.has(id) ? 'SHOWN' : 'HIDDEN'])
        if (keptBack.some(({ field }) => field === 'note')) {
          expect(seen.get(id)?.note).toBeNull()
        }
      }
    }
  })

  it('takes the patient for asSeenBy, and nobody who is not', async () => {
    const { id } = await practices.courseOf('ada', '2018-03-06')
    const nhsNumber = NHS_NUMBERS.ada
    const own = { nhsNumber, entryId: id, asSeenBy: nhsNumber }
    const { explainAccess } = await practices.gp.ExplainAccess(own)
    expect(explainAccess).toEqual(await practices.explain('ada', id))
    const other = { ...own, asSeenBy: NHS_NUMBERS.ben }
    expect((await refusalOf(practices.gp.ExplainAccess(other))).code).toBe(
      'NOT_FOUND'
    )
  })

  it('finds no entry but of that patient, at the own practice', async () => {
    const { id } = await practices.courseOf('ada', '2018-03-06')
    const ofAda = { nhsNumber: NHS_NUMBERS.ada, entryId: id }
    const refusals = await Promise.all([
      refusalOf(
        practices.gp.ExplainAccess({ ...ofAda, entryId: randomUUID() })
      ),
      refusalOf(
        practices.gp.ExplainAccess({ ...ofAda, nhsNumber: NHS_NUMBERS.ben })
      ),
      refusalOf(practices.otherGp.ExplainAccess(ofAda)),
      refusalOf(
        practices.gp.ExplainAccess({ ...ofAda, nhsNumber: NHS_NUMBERS.priya })
      )
    ])
    for (const { code, message, data } of refusals) {
      expect([code, message]).toEqual(['NOT_FOUND', 'Not found'])
      expect(data).toEqual({ explainAccess: null })
    }
  })

  it('names an id that cannot be one', async () => {
    const refusal = await refusalOf(
      practices.gp.ExplainAccess({
        nhsNumber: NHS_NUMBERS.ada,
        entryId: 'nonsense'
      })
    )
    expect(refusal.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: ['entryId']
    })
  })

  it.each([
    ['manager', 'FORBIDDEN'],
    ['ada', 'FORBIDDEN'],
    [undefined, 'UNAUTHENTICATED']
  ])('is closed to %s', async (persona, code) => {
    const { id } = await practices.courseOf('ada', '2018-03-06')
    const client = await server.clientOf(persona)
    const refusal = await refusalOf(
      client.ExplainAccess({ nhsNumber: NHS_NUMBERS.ada, entryId: id })
    )
    expect(refusal.code).toBe(code)
  })
})
