import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ProblemContent } from '../../../src/modules/record/entry-content.ts'
import { openDesk, type Desk } from '../../support/access.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import {
  PROBLEM_TEXTS,
  problemContent,
  problemIdentifier
} from '../../support/builders/problem.ts'
import { concept } from '../../support/builders/record.ts'
import { postGraph } from '../../support/graph-post.ts'
import { NHS_NUMBERS } from '../../support/people.ts'
import { writeRecord } from '../../support/write-record.ts'
import { DETAILED, EVERYTHING, SUMMARY } from '../acceptance/levels.ts'

interface Related {
  readonly relation: string
  readonly id: string
  readonly code: { readonly coding: readonly { readonly display: string }[] }
}

interface Node {
  readonly id: string
  readonly code: object
  readonly note: string | null
  readonly marker: object | null
  readonly relatedProblems: readonly Related[]
}

let server: TestApp
let desk: Desk
/** Ids by the names that the problems have here, and back. */
let ids: ReadonlyMap<string, string>
let names: ReadonlyMap<string, string>

const linkTo = (
  kind: 'CHILD' | 'SIBLING',
  value: string
): ProblemContent['links'][number] => ({
  kind,
  target: { kind: 'PROBLEM', identifier: problemIdentifier(value) }
})

const inactive = { clinicalStatus: 'inactive', abatement: '2019' } as const
const of2020 = { onset: '2020-02-03', assertedDate: '2020-02-04' }
const inWords = { code: { coding: [], text: 'tired all the time' } }

const PROBLEMS: readonly (readonly [string, Partial<ProblemContent>])[] = [
  ['asthma', { links: [linkTo('CHILD', 'cough'), linkTo('CHILD', 'secret')] }],
  ['cough', { ...of2020, code: concept('49727002', 'Cough') }],
  ['secret', { restricted: true, links: [linkTo('SIBLING', 'cough')] }],
  ['wrong', { enteredInError: true }],
  ['rash', { significance: 'minor', links: [linkTo('SIBLING', 'hives')] }],
  ['hives', { ...inactive, links: [linkTo('SIBLING', 'rash')] }],
  ['tired', { ...inWords, ...inactive, significance: 'minor', onset: '2013' }]
]
const SHOWN = ['asthma', 'cough', 'hives', 'rash', 'tired']
const CODED = SHOWN.filter((name) => name !== 'tired')

beforeAll(async () => {
  server = await startTestApp()
  desk = openDesk(await server.clientOf('manager'))
  await desk.onlyPractice(EVERYTHING)
  const written = await writeRecord(server, 'ada', (writer, { key, gpId }) =>
    writer.writeProblems(
      key,
      PROBLEMS.map(([name, changes]) => problemContent(gpId, name, changes))
    )
  )
  const named = PROBLEMS.map(
    ([name], index) => [name, written[index]?.id ?? ''] as const
  )
  ids = new Map(named)
  names = new Map(named.map(([name, id]) => [id, name]))
})
afterAll(() => server.close())

const FIELDS = `id clinicalDate recordedDate clinicalStatus significance onset
  abatement assertedDate note code { text coding { code display } }
  asserter { name } marker { causes { mark inherited } }
  relatedProblems { relation id code { coding { display } } }`

const ask = async (persona: string, args: string) => {
  const query = `{ patient(nhsNumber: "${NHS_NUMBERS.ada}") { record {
    problems${args} { nodes { ${FIELDS} } pageInfo { hasNextPage endCursor } }
  } } }`
  const token = await server.tokenOf(persona)
  const { body } = await postGraph(server.url, { operation: { query }, token })
  return { list: Object(body.data).patient?.record?.problems, body }
}

/** Problems of this test, not what the demo has of its own. */
const listed = async (persona: string, args = ''): Promise<Node[]> => {
  const { list, body } = await ask(persona, args)
  if (!list) throw new Error(JSON.stringify(body.errors))
  const nodes: Node[] = list.nodes
  return nodes.filter(({ id }) => names.has(id))
}

const namesOf = (nodes: readonly { readonly id: string }[]): string[] =>
  nodes.map(({ id }) => names.get(id) ?? id).toSorted()

const called = (nodes: readonly Node[], name: string): Node => {
  const node = nodes.find(({ id }) => id === ids.get(name))
  if (!node) throw new Error(`No ${name}`)
  return node
}

const edgesOf = (nodes: readonly Node[], name: string): string[] =>
  called(nodes, name)
    .relatedProblems.map(({ relation, id }) => `${relation} ${names.get(id)}`)
    .toSorted()

describe('the problems of a record', () => {
  it('are all there for staff, those hidden from citizens marked', async () => {
    const seen = await listed('gp')
    expect(namesOf(seen)).toEqual([...ids.keys()].toSorted())
    expect(called(seen, 'secret').marker).toEqual({
      causes: [{ mark: 'RESTRICTED', inherited: false }]
    })
    expect(called(seen, 'asthma').marker).toBeNull()
  })

  it('are refused at summary, with the level they need (R19)', async () => {
    await desk.onlyPatient('ada', SUMMARY)
    const { list, body } = await ask('ada', '')
    expect(list).toBeNull()
    expect(body.errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN', requiredLevel: 'DETAILED' } }
    ])
  })

  it('are shown at detailed without texts, coded ones alone (R20)', async () => {
    await desk.onlyPatient('ada', DETAILED)
    const seen = await listed('ada')
    expect(namesOf(seen)).toEqual(CODED)
    expect(called(seen, 'asthma')).toMatchObject({
      clinicalDate: '2014-05-01',
      recordedDate: '2014-06-02',
      clinicalStatus: 'ACTIVE',
      significance: 'MAJOR',
      onset: '2014-05',
      abatement: null,
      assertedDate: '2014-06-02T09:30:00+01:00',
      note: null,
      code: { text: null, coding: [{ code: '195967001', display: 'Asthma' }] },
      marker: null
    })
    for (const text of PROBLEM_TEXTS) {
      expect(JSON.stringify(seen)).not.toContain(text)
    }
  })

  it('are shown at full with texts, hidden ones absent (R15)', async () => {
    await desk.onlyPatient('ada', EVERYTHING)
    const seen = await listed('ada')
    expect(namesOf(seen)).toEqual(SHOWN)
    for (const text of PROBLEM_TEXTS) {
      expect(JSON.stringify(called(seen, 'asthma'))).toContain(text)
    }
  })
})

describe('related problems', () => {
  it('are told at both ends, siblings once', async () => {
    const seen = await listed('gp')
    expect(edgesOf(seen, 'asthma')).toEqual(['CHILD cough', 'CHILD secret'])
    expect(edgesOf(seen, 'cough')).toEqual(['PARENT asthma', 'SIBLING secret'])
    expect(edgesOf(seen, 'rash')).toEqual(['SIBLING hives'])
    expect(edgesOf(seen, 'hives')).toEqual(['SIBLING rash'])
    expect(called(seen, 'asthma').relatedProblems[0]?.code).toBeDefined()
  })

  it('that are hidden are just absent for a citizen (R16, R19)', async () => {
    await desk.onlyPatient('ada', EVERYTHING)
    const seen = await listed('ada')
    expect(edgesOf(seen, 'asthma')).toEqual(['CHILD cough'])
    expect(edgesOf(seen, 'cough')).toEqual(['PARENT asthma'])
    expect(JSON.stringify(seen)).not.toContain(ids.get('secret'))
  })

  it('keep back their texts like any problem (R20)', async () => {
    await desk.onlyPatient('ada', DETAILED)
    const [parent] = called(await listed('ada'), 'cough').relatedProblems
    expect(parent?.code).toEqual({ coding: [{ display: 'Asthma' }] })
  })

  it('take one number of statements, however many there are', async () => {
    const count = async (args: string): Promise<number> => {
      server.statements.length = 0
      await ask('gp', args)
      return server.statements.length
    }
    await count('')
    expect(await count('(first: 100)')).toBe(
      await count('(from: "2020-02-03", to: "2020-02-03")')
    )
  })
})

describe('filters and pages of problems', () => {
  it.each([
    ['clinicalStatus: ACTIVE', ['asthma', 'cough', 'rash']],
    ['clinicalStatus: INACTIVE', ['hives', 'tired']],
    ['significance: MINOR', ['rash', 'tired']],
    ['significance: MAJOR', ['asthma', 'cough', 'hives']],
    ['significance: MINOR, clinicalStatus: ACTIVE', ['rash']],
    ['from: "2020-01-01"', ['cough']],
    // An onset of May 2014 is any day of that month.
    ['from: "2014-05-31", to: "2014-06-30"', ['asthma', 'hives', 'rash']],
    ['to: "2013-12-31"', ['tired']]
  ])('%s', async (args, expected) => {
    await desk.onlyPatient('ada', EVERYTHING)
    expect(namesOf(await listed('ada', `(${args})`))).toEqual(expected)
  })

  it('pages follow each other, newest first', async () => {
    await desk.onlyPatient('ada', EVERYTHING)
    const whole = (await ask('ada', '(first: 100)')).list.nodes
    const paged: unknown[] = []
    let after = ''
    for (let more = true; more;) {
      const { list } = await ask('ada', `(first: 2${after})`)
      paged.push(...list.nodes)
      after = `, after: "${list.pageInfo.endCursor}"`
      more = list.pageInfo.hasNextPage
    }
    expect(paged).toEqual(whole)
    expect(whole.length).toBeGreaterThanOrEqual(SHOWN.length)
  })
})
