import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { InvestigationReportContent } from '../../../src/modules/record/entry-content.ts'
import { ObservationEntity } from '../../../src/modules/record/observations/observation.entity.ts'
import { openDesk, type Desk } from '../../support/access.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import {
  INVESTIGATION_TEXTS,
  reportContent
} from '../../support/builders/investigation.ts'
import { OBSERVATION_TEXTS } from '../../support/builders/observation.ts'
import { postGraph } from '../../support/graph-post.ts'
import { NHS_NUMBERS } from '../../support/people.ts'
import { writeRecord } from '../../support/write-record.ts'

let server: TestApp
let desk: Desk
const names = new Map<string, string>()

const withHiddenPart = (
  name: string,
  part: 'requests' | 'specimens' | 'groups' | 'results'
): InvestigationReportContent => {
  const content = reportContent(name)
  const [first, ...others] = Object(content)[part]
  return { ...content, [part]: [{ ...first, restricted: true }, ...others] }
}

const CONTENTS: readonly InvestigationReportContent[] = [
  reportContent('blood'),
  {
    ...withHiddenPart('lost result', 'results'),
    issued: '2022-01-01T00:00:00Z'
  },
  withHiddenPart('lost group', 'groups'),
  withHiddenPart('lost specimen', 'specimens'),
  withHiddenPart('lost request', 'requests'),
  reportContent('undated', { specimens: [], groups: [], results: [] }),
  reportContent('unfiled', { unfiled: true }),
  reportContent('restricted', { restricted: true })
].map((content) =>
  content.specimens.length > 0 ? content : { ...content, filingComments: [] }
)

const RESULT = `id status value { type text quantity { value } } comment
  referenceRanges { low { value } text } marker { causes { mark inherited } }`

const SELECTION = `nodes { id area clinicalDate recordedDate status conclusion
  marker { causes { mark inherited } }
  requests { id note code { coding { code } } marker { causes { mark } } }
  specimens { id collectedOn note fastingStatus { text } }
  groups { id comment results { ${RESULT} } } results { ${RESULT} }
  filingComments { id comment aboutId } } pageInfo { hasNextPage endCursor }`

const answerFor = async (viewer: string, args = '') => {
  const query = `{ patient(nhsNumber: "${NHS_NUMBERS.ada}") { record {
    investigations${args} { ${SELECTION} } } } }`
  const token = await server.tokenOf(viewer)
  const { body } = await postGraph(server.url, { operation: { query }, token })
  return body
}

interface Part {
  readonly id: string
  readonly marker?: { causes: { mark: string; inherited: boolean }[] } | null
}

interface Report extends Part {
  readonly requests: readonly Part[]
  readonly specimens: readonly Part[]
  readonly groups: readonly (Part & { results: readonly Part[] })[]
  readonly results: readonly Part[]
  readonly filingComments: readonly Part[]
}

const reportsFor = async (viewer: string, args = ''): Promise<Report[]> => {
  const body = await answerFor(viewer, args)
  return Object(body.data).patient.record.investigations.nodes
}

const nameOf = ({ id }: Part): string => names.get(id) ?? `unknown ${id}`

const partsOf = (report: Report): Part[] => [
  ...report.requests,
  ...report.specimens,
  ...report.groups.flatMap((group) => [group, ...group.results]),
  ...report.results,
  ...report.filingComments
]

const reportFor = async (viewer: string, name: string): Promise<Report> => {
  const reports = await reportsFor(viewer)
  const found = reports.find((report) => nameOf(report) === name)
  if (!found) throw new Error('No such report')
  return found
}

const partNamesFor = async (viewer: string, name: string) =>
  partsOf(await reportFor(viewer, name))
    .map((part) => nameOf(part).replace(`${name} `, ''))
    .toSorted()

const write = (contents: readonly InvestigationReportContent[]) =>
  writeRecord(server, 'ada', (writer, { key }) =>
    writer.writeInvestigations(key, contents)
  )

beforeAll(async () => {
  server = await startTestApp()
  desk = openDesk(await server.clientOf('gp'))
  const written = await write(CONTENTS)
  for (const [index, { report, ...parts }] of written.entries()) {
    const content = CONTENTS[index]
    names.set(report.id, content?.identifiers[0].value ?? '')
    for (const [kind, own] of Object.entries(parts)) {
      for (const [place, { id }] of own.entries()) {
        names.set(id, Object(content)[kind][place].identifiers[0].value)
      }
    }
  }
})
afterAll(() => server.close())

const ALL_PARTS = [
  'comment',
  'film',
  'group',
  'haemoglobin',
  'later specimen',
  'request',
  'sodium',
  'specimen'
]

describe('investigations as staff see them (Ruling R23)', () => {
  it('are whole, with the marks and where they come from', async () => {
    const reports = await reportsFor('gp')
    expect(reports.map(nameOf).toSorted()).toEqual(
      CONTENTS.map(({ identifiers: [{ value }] }) => value).toSorted()
    )
    expect(reports.flatMap(partsOf).length + reports.length).toBe(names.size)
    const unfiled = await reportFor('gp', 'unfiled')
    expect(unfiled.marker?.causes).toEqual([
      { mark: 'UNFILED', inherited: false }
    ])
    expect(unfiled.results[0]?.marker?.causes).toEqual([
      { mark: 'UNFILED', inherited: true }
    ])
  })

  it('are told by the earliest collection and the issue (R22)', async () => {
    expect(await reportFor('gp', 'blood')).toMatchObject({
      area: 'INVESTIGATIONS',
      clinicalDate: '2023-03-01',
      recordedDate: '2023-03-04',
      status: 'FINAL'
    })
    expect(await reportFor('gp', 'undated')).toMatchObject({
      clinicalDate: '2023-03-04'
    })
    const rows = await server.orm.em
      .fork()
      .find(ObservationEntity, { reportId: { $ne: null } })
    expect(rows.length).toBeGreaterThan(30)
    for (const { clinicalDate, recordedDate } of rows) {
      expect(clinicalDate).toBe('2023-03-01')
      expect(['2023-03-04', '2022-01-01']).toContain(recordedDate)
    }
  })
})

describe('investigations as the patient sees them', () => {
  it('are refused below the detailed coded record (R19)', async () => {
    await desk.onlyPatient('ada', { SUMMARY: {} })
    const body = await answerFor('ada')
    expect(body.data).toEqual({ patient: { record: { investigations: null } } })
    expect(body.errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      requiredLevel: 'DETAILED'
    })
  })

  it('have no words and no filing comment at detailed (R20)', async () => {
    await desk.onlyPatient('ada', { DETAILED_CODED: {} })
    expect(await partNamesFor('ada', 'blood')).toEqual(
      ALL_PARTS.filter((part) => part !== 'comment')
    )
    const text = JSON.stringify(await reportsFor('ada'))
    for (const withheld of [...INVESTIGATION_TEXTS, ...OBSERVATION_TEXTS]) {
      expect(text).not.toContain(withheld)
    }
    const [group] = (await reportFor('ada', 'blood')).groups
    expect(group?.results.find((one) => nameOf(one).includes('film'))).toEqual(
      expect.objectContaining({ value: null })
    )
    expect(
      group?.results.find((one) => nameOf(one).includes('haemoglobin'))
    ).toMatchObject({
      value: { quantity: { value: 71.5 } },
      referenceRanges: [{ low: { value: 120 }, text: null }]
    })
  })

  it('have every part at full, and each comment its result', async () => {
    await desk.onlyPatient('ada', { FULL_RECORD: {} })
    expect(await partNamesFor('ada', 'blood')).toEqual(ALL_PARTS)
    const blood = await reportFor('ada', 'blood')
    const text = JSON.stringify(blood)
    for (const shown of INVESTIGATION_TEXTS) expect(text).toContain(shown)
    const { aboutId } = Object(blood.filingComments[0])
    expect(names.get(aboutId)).toBe('blood haemoglobin')
  })

  it('are absent with all their parts when hidden themselves (R16)', async () => {
    const text = JSON.stringify(await reportsFor('ada'))
    const hidden = [...names].filter(([, name]) =>
      /^(unfiled|restricted)/.test(name)
    )
    expect(hidden.length).toBeGreaterThan(10)
    expect(hidden.filter(([id]) => text.includes(id))).toEqual([])
  })

  it.each([
    ['result', ['comment', 'haemoglobin']],
    ['group', ['comment', 'film', 'group', 'haemoglobin']],
    ['specimen', ['later specimen']],
    ['request', ['request']]
  ])('lack a hidden %s and what hangs on it alone', async (part, lost) => {
    expect(await partNamesFor('ada', `lost ${part}`)).toEqual(
      ALL_PARTS.filter((name) => !lost.includes(name))
    )
  })
})

describe('what of investigations is asked for', () => {
  it('is of a window of clinical dates', async () => {
    const window = '(from: "2023-03-02", to: "2023-03-05")'
    expect((await reportsFor('ada', window)).map(nameOf)).toEqual(['undated'])
  })

  it('comes in pages that leave nothing out', async () => {
    const all = (await reportsFor('ada')).map(nameOf)
    const paged: string[] = []
    let after = ''
    for (let more = true; more;) {
      const { data } = await answerFor('ada', `(first: 2${after})`)
      const { nodes, pageInfo } = Object(data).patient.record.investigations
      paged.push(...nodes.map(nameOf))
      more = pageInfo.hasNextPage
      after = `, after: "${pageInfo.endCursor}"`
    }
    expect(paged).toEqual(all)
  })

  it('takes as many statements for many reports as for one', async () => {
    const countFor = async (args: string) => {
      server.statements.length = 0
      await reportsFor('ada', args)
      return server.statements.length
    }
    expect(await countFor('(first: 100)')).toBe(await countFor('(first: 1)'))
  })
})

describe('a report that is written again (Ruling R17)', () => {
  it('is unchanged with all its parts, or changes their dates too', async () => {
    const content = reportContent('again')
    const [first] = await write([content])
    const [same] = await write([content])
    expect(same?.report).toEqual({ ...first?.report, outcome: 'UNCHANGED' })
    expect(same?.results).toEqual(
      first?.results.map(({ id }) => ({ id, outcome: 'UNCHANGED' }))
    )
    const [later] = await write([
      { ...content, issued: '2024-01-01T00:00:00Z' }
    ])
    const id = first?.results[0]?.id
    expect(later?.results[0]).toEqual({ id, outcome: 'UPDATED' })
    expect(
      await server.orm.em.fork().findOneOrFail(ObservationEntity, { id })
    ).toMatchObject({ recordedDate: '2024-01-01', version: 2 })
  })

  it('is refused when a result names a group it lacks', async () => {
    const content = reportContent('torn', { groups: [] })
    await expect(write([content])).rejects.toThrow('a part it lacks')
  })
})
