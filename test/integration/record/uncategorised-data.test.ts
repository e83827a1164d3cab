import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { UncategorisedContent } from '../../../src/modules/record/entry-content.ts'
import { ObservationEntity } from '../../../src/modules/record/observations/observation.entity.ts'
import { openDesk, type Desk } from '../../support/access.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import {
  BLOOD_PRESSURE,
  OBSERVATION_TEXTS,
  observationContent
} from '../../support/builders/observation.ts'
import { concept } from '../../support/builders/record.ts'
import { postGraph } from '../../support/graph-post.ts'
import { NHS_NUMBERS } from '../../support/people.ts'
import { writeRecord } from '../../support/write-record.ts'

let server: TestApp
let desk: Desk
const names = new Map<string, string>()

const CONTENTS: readonly UncategorisedContent[] = [
  observationContent('weight'),
  observationContent('pressure', {
    ...BLOOD_PRESSURE,
    effective: '2024-02-03T10:00:00+00:00',
    value: null,
    comment: null
  }),
  observationContent('said', {
    effective: '2022',
    code: concept('160573003', 'Alcohol intake'),
    value: { type: 'text', text: 'a glass now and then' }
  }),
  observationContent('coded', {
    effective: '2021-01-01',
    code: concept('365980008', 'Tobacco use'),
    value: { type: 'concept', concept: concept('8517006', 'Ex-smoker', 'quit') }
  }),
  observationContent('no', {
    effective: '2020-01-01',
    code: concept('284549007', 'Has carer'),
    value: { type: 'boolean', boolean: false }
  }),
  observationContent('undated', { effective: null }),
  observationContent('in words', { code: { coding: [], text: 'felt odd' } }),
  observationContent('restricted', { restricted: true }),
  observationContent('confidential', { staffConfidential: true }),
  observationContent('in error', { enteredInError: true })
]

const SELECTION = `nodes { id area clinicalDate recordedDate status effective
  issued comment code { text coding { code } } interpretation { text }
  value { type quantity { value unit } comparator text boolean
    concept { text coding { code } } }
  components { code { coding { code } } value { quantity { value unit } } }
  performers { name } marker { causes { mark } } }
  pageInfo { hasNextPage endCursor }`

const answerFor = async (viewer: string, args = '') => {
  const query = `{ patient(nhsNumber: "${NHS_NUMBERS.ada}") { record {
    uncategorisedData${args} { ${SELECTION} } } } }`
  const token = await server.tokenOf(viewer)
  const { body } = await postGraph(server.url, { operation: { query }, token })
  return body
}

interface Node {
  readonly id: string
  readonly name: string | undefined
  readonly marker: { causes: { mark: string }[] } | null
  readonly value: object | null
}

const pageFor = async (viewer: string, args?: string) => {
  const body = await answerFor(viewer, args)
  const page = Object(body.data).patient.record.uncategorisedData
  const nodes: Node[] = page.nodes.map((node: { id: string }) => ({
    ...node,
    name: names.get(node.id)
  }))
  return { nodes, pageInfo: page.pageInfo }
}

const namesFor = async (viewer: string, args?: string) =>
  (await pageFor(viewer, args)).nodes.map(({ name }) => name)

const nodeFor = async (viewer: string, name: string) =>
  (await pageFor(viewer)).nodes.find((node) => node.name === name)

const rewrite = (content: UncategorisedContent) =>
  writeRecord(server, 'ada', (writer, { key }) =>
    writer.writeUncategorisedEntry(key, content)
  )

beforeAll(async () => {
  server = await startTestApp()
  desk = openDesk(await server.clientOf('gp'))
  await writeRecord(server, 'ada', async (writer, { key, gpId }) => {
    const performers = [
      { kind: 'PRACTITIONER', id: gpId } as const,
      { kind: 'ORGANIZATION', id: key.practiceId } as const
    ]
    const contents = CONTENTS.map((one) => ({ ...one, performers }))
    const written = await writer.writeUncategorisedData(key, contents)
    for (const [index, { id }] of written.entries()) {
      names.set(id, CONTENTS[index]?.identifiers[0].value ?? '')
    }
  })
})
afterAll(() => server.close())

const SHOWN = ['pressure', 'weight', 'said', 'coded', 'no', 'undated']

describe('uncategorised data as staff see it (Ruling R23)', () => {
  it('is all there, with what keeps some of it from citizens', async () => {
    const { nodes } = await pageFor('gp')
    const marks = new Map(
      nodes.map(({ name, marker }) => [name, marker?.causes[0]?.mark])
    )
    expect([...marks.keys()].toSorted()).toEqual([...names.values()].toSorted())
    expect(marks.get('weight')).toBeUndefined()
    expect(marks.get('restricted')).toBe('RESTRICTED')
    expect(marks.get('confidential')).toBe('STAFF_CONFIDENTIAL')
    expect(marks.get('in error')).toBe('ENTERED_IN_ERROR')
  })

  it('tells all that was recorded, a blood pressure by its parts', async () => {
    expect(await nodeFor('gp', 'weight')).toMatchObject({
      area: 'UNCATEGORISED_DATA',
      clinicalDate: '2023-05-01',
      recordedDate: '2023-06-02',
      status: 'FINAL',
      effective: '2023-05',
      comment: 'after a long walk',
      value: {
        type: 'QUANTITY',
        quantity: { value: 71.5, unit: 'kg' },
        comparator: 'LESS_THAN',
        text: null
      },
      performers: [{ name: expect.any(String) }]
    })
    expect(await nodeFor('gp', 'pressure')).toMatchObject({
      value: null,
      components: [
        {
          code: { coding: [{ code: '72313002' }] },
          value: { quantity: { value: 130, unit: 'mm[Hg]' } }
        },
        { value: { quantity: { value: 70 } } }
      ]
    })
  })
})

describe('uncategorised data as the patient sees it', () => {
  it('is refused below the detailed coded record (R19)', async () => {
    await desk.onlyPatient('ada', { SUMMARY: {} })
    const body = await answerFor('ada')
    expect(body.data).toEqual({
      patient: { record: { uncategorisedData: null } }
    })
    expect(body.errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      requiredLevel: 'DETAILED'
    })
  })

  it('has codes and numbers at detailed, and no words (R20)', async () => {
    await desk.onlyPatient('ada', { DETAILED_CODED: {} })
    const { nodes } = await pageFor('ada')
    expect(nodes.map(({ name }) => name)).toEqual(SHOWN)
    const text = JSON.stringify(nodes)
    for (const withheld of [...OBSERVATION_TEXTS, 'now and then', 'quit']) {
      expect(text).not.toContain(withheld)
    }
    const valueOf = (wanted: string) =>
      nodes.find(({ name }) => name === wanted)?.value
    expect(valueOf('weight')).toMatchObject({ quantity: { value: 71.5 } })
    expect(valueOf('said')).toBeNull()
    expect(valueOf('no')).toMatchObject({ type: 'BOOLEAN', boolean: false })
    expect(valueOf('coded')).toMatchObject({
      type: 'CONCEPT',
      concept: { text: null, coding: [{ code: '8517006' }] }
    })
  })

  it('has the words at full, and still nothing hidden (R15)', async () => {
    await desk.onlyPatient('ada', { FULL_RECORD: {} })
    const { nodes } = await pageFor('ada')
    expect(nodes.map(({ name }) => name).toSorted()).toEqual(
      [...SHOWN, 'in words'].toSorted()
    )
    const text = JSON.stringify(nodes)
    for (const shown of [...OBSERVATION_TEXTS, 'now and then', 'quit']) {
      expect(text).toContain(shown)
    }
    expect(nodes.every(({ marker }) => marker === null)).toBe(true)
  })
})

describe('what of uncategorised data is asked for', () => {
  it('is of one code', async () => {
    expect(await namesFor('ada', '(code: "75367002")')).toEqual(['pressure'])
    expect(await namesFor('ada', '(code: "72313002")')).toEqual([])
    expect(await namesFor('ada', '(code: "")')).toEqual([])
  })

  it('is of a window that partial dates overlap', async () => {
    const args = '(from: "2022-07-01", to: "2023-05-15")'
    const found = await namesFor('ada', args)
    expect(found.toSorted()).toEqual(['in words', 'said', 'undated', 'weight'])
  })

  it('comes in pages that leave nothing out', async () => {
    const all = await namesFor('ada')
    const paged: (string | undefined)[] = []
    let after = ''
    for (let more = true; more;) {
      const page = await pageFor('ada', `(first: 2${after})`)
      paged.push(...page.nodes.map(({ name }) => name))
      more = page.pageInfo.hasNextPage
      after = `, after: "${page.pageInfo.endCursor}"`
    }
    expect(paged).toEqual(all)
  })
})

describe('uncategorised data that is written again (Ruling R17)', () => {
  it('is unchanged, or replaced without losing a restriction', async () => {
    const same = observationContent('again', { restricted: true })
    const { id } = await rewrite(same)
    expect(await rewrite(same)).toEqual({ id, outcome: 'UNCHANGED' })
    const changed = { ...same, restricted: false, effective: '2019' }
    expect(await rewrite(changed)).toEqual({ id, outcome: 'UPDATED' })
    expect(
      await server.orm.em.fork().findOneOrFail(ObservationEntity, { id })
    ).toMatchObject({
      kind: 'UNCATEGORISED',
      restricted: true,
      version: 2,
      clinicalDate: '2019-01-01',
      clinicalUntil: '2019-12-31',
      recordedDate: '2023-06-02',
      value: same.value,
      consultationId: null
    })
  })
})
