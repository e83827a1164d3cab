import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { postGraph } from '../../support/graph-post.ts'
import { NHS_NUMBERS } from '../../support/people.ts'

interface Page {
  readonly nodes: readonly {
    readonly __typename: string
    readonly id: string
    readonly area: string
    readonly clinicalDate: string | null
  }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly endCursor: string | null
  }
}

type Person = keyof typeof NHS_NUMBERS

let server: TestApp

beforeAll(async () => {
  server = await startTestApp()
})
afterAll(() => server.close())

const PARTS = `nodes { __typename id area clinicalDate }
  pageInfo { hasNextPage endCursor }`

const ask = async (persona: string, person: Person, record: string) => {
  const query = `{ patient(nhsNumber: "${NHS_NUMBERS[person]}") {
    record { ${record} }
  } }`
  const token = await server.tokenOf(persona)
  return postGraph(server.url, { operation: { query }, token })
}

const timeline = async (
  persona: string,
  person: Person,
  args: string
): Promise<Page> => {
  const list = `list: timeline(${args}) { ${PARTS} }`
  const { body } = await ask(persona, person, list)
  return Object(body.data).patient.record.list
}

const walk = async (persona: string, person: Person, first: number) => {
  const nodes = []
  let after = 'null'
  for (;;) {
    const page = await timeline(
      persona,
      person,
      `first: ${first}, after: ${after}`
    )
    nodes.push(...page.nodes)
    if (!page.pageInfo.hasNextPage) return nodes
    after = JSON.stringify(page.pageInfo.endCursor)
  }
}

const areaIds = async (persona: string, person: Person) => {
  const { body } = await ask(
    persona,
    person,
    'allergies(first: 100) { nodes { id } } medications(first: 100) { nodes { id } }'
  )
  const { allergies, medications } = Object(body.data).patient.record
  return [...allergies.nodes, ...medications.nodes].map(({ id }) => String(id))
}

describe('the timeline of a record', () => {
  it.each([
    ['ada', 'ada'],
    ['ella', 'ella'],
    ['gwen', 'gwen'],
    ['gp', 'gwen']
  ] as const)('as %s has every entry of %s once', async (persona, person) => {
    const walked = await walk(persona, person, 3)
    const ids = walked.map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(2)
    expect(ids.toSorted()).toEqual((await areaIds(persona, person)).toSorted())
    expect((await walk(persona, person, 100)).map(({ id }) => id)).toEqual(ids)
  })

  it('is newest first, whatever the area', async () => {
    const walked = await walk('ada', 'ada', 4)
    const days = walked.map(({ clinicalDate }) => clinicalDate ?? '')
    expect(days).toEqual(days.toSorted().toReversed())
    expect(
      new Set(walked.map(({ area, __typename }) => [area, __typename].join()))
    ).toEqual(new Set(['ALLERGIES,Allergy', 'MEDICATIONS,MedicationCourse']))
  })

  it('keeps to a window of days', async () => {
    const all = await walk('ben', 'ben', 100)
    const dated = all.filter(({ clinicalDate }) => clinicalDate !== null)
    const to = dated[1]?.clinicalDate ?? ''
    const from = dated.at(-2)?.clinicalDate ?? ''
    const { nodes } = await timeline(
      'ben',
      'ben',
      `first: 100, from: "${from}", to: "${to}"`
    )
    const wanted = all.filter(
      ({ clinicalDate: day }) => day === null || (day >= from && day <= to)
    )
    expect(wanted.length).toBeLessThan(all.length)
    expect(nodes).toEqual(wanted)
  })

  it('takes no cursor that is none', async () => {
    const { body } = await ask(
      'ada',
      'ada',
      `timeline(after: "x") { ${PARTS} }`
    )
    expect(body.errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', field: ['after'] } }
    ])
  })
})
