import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { postGraph } from '../../support/graph-post.ts'
import { NHS_NUMBERS } from '../../support/people.ts'

interface Node {
  readonly id: string
  readonly clinicalStatus?: string
  readonly status?: string
  readonly prescriptionType?: string
  readonly clinicalDate: string | null
}

let server: TestApp

beforeAll(async () => {
  server = await startTestApp()
})
afterAll(() => server.close())

const listed = async (field: string, parts: string): Promise<Node[]> => {
  const query = `{ patient(nhsNumber: "${NHS_NUMBERS.ada}") { record {
    list: ${field} { nodes { id area clinicalDate ${parts} } }
  } } }`
  const token = await server.tokenOf('ada')
  const { body } = await postGraph(server.url, { operation: { query }, token })
  return Object(body.data).patient.record.list.nodes
}

const allergies = (args = '') => listed(`allergies${args}`, 'clinicalStatus')

const medications = (args = '') =>
  listed(`medications${args}`, 'status prescriptionType')

describe('an area’s own filters', () => {
  it('keep the allergies of one status', async () => {
    const all = await allergies()
    const active = await allergies('(clinicalStatus: ACTIVE)')
    const resolved = await allergies('(clinicalStatus: RESOLVED)')
    expect(active.every((one) => one.clinicalStatus === 'ACTIVE')).toBe(true)
    expect(resolved.length).toBeGreaterThan(0)
    expect([...active, ...resolved].map(({ id }) => id).toSorted()).toEqual(
      all.map(({ id }) => id).toSorted()
    )
  })

  it('keep the courses of some prescription types and one status', async () => {
    const all = await medications()
    const types = [...new Set(all.map((one) => one.prescriptionType))]
    expect(types.length).toBeGreaterThan(1)
    for (const type of types) {
      const kept = await medications(`(prescriptionTypes: [${String(type)}])`)
      expect(kept).toEqual(all.filter((one) => one.prescriptionType === type))
    }
    expect(
      await medications(`(prescriptionTypes: [${types.join(', ')}])`)
    ).toEqual(all)
    const active = await medications('(status: ACTIVE)')
    expect(active).toEqual(all.filter((one) => one.status === 'ACTIVE'))
    expect(await medications('(prescriptionTypes: [])')).toEqual([])
  })

  it('hold for pages too', async () => {
    const [first] = await medications('(status: ACTIVE, first: 1)')
    const active = await medications('(status: ACTIVE)')
    expect(first).toEqual(active[0])
  })
})
