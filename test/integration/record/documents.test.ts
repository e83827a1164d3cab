import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDesk, type Desk } from '../../support/access.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { documentContent } from '../../support/builders/document.ts'
import { documentReader } from '../../support/document-reader.ts'
import { writeRecord } from '../../support/write-record.ts'

let server: TestApp
let desk: Desk
let documents: ReturnType<typeof documentReader>

beforeAll(async () => {
  server = await startTestApp()
  desk = openDesk(await server.clientOf('gp'))
  documents = documentReader(server, 'ada')
  await desk.onlyPractice({ FULL_RECORD: {} })
  await writeRecord(server, 'ada', async (writer, { key, gpId }) => {
    const hospital = await writer.writeOrganization(key.practiceId, {
      sourceKey: 'hospital',
      odsCode: 'RR8',
      name: 'Leeds Teaching Hospitals',
      address: null,
      telephone: null
    })
    await writer.writeDocuments(key, [
      documentContent('letter', {
        authors: [
          { kind: 'PRACTITIONER', id: gpId },
          { kind: 'ORGANIZATION', id: hospital.id }
        ],
        custodianId: hospital.id
      }),
      documentContent('scan', { created: '2023' }),
      documentContent('undated', { created: null }),
      documentContent('unreviewed', { unreviewed: true }),
      documentContent('restricted', { restricted: true }),
      documentContent('confidential', { staffConfidential: true }),
      documentContent('error', { enteredInError: true })
    ])
  })
})
afterAll(() => server.close())

const SHOWN = ['letter', 'scan', 'undated']
const HIDDEN = ['unreviewed', 'restricted', 'confidential', 'error']

describe('documents by level', () => {
  it.each([
    ['summary', { SUMMARY: {} }],
    ['detailed', { SUMMARY: {}, DETAILED_CODED: {} }]
  ])('are refused at %s, with the level they need', async (_name, wanted) => {
    await desk.onlyPatient('ada', wanted)
    const { documents: found, errors } = await documents.ask()
    expect(found).toBeNull()
    expect(errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN', requiredLevel: 'DOCUMENTS' } }
    ])
  })

  it('have title, description, type and content at documents', async () => {
    await desk.onlyPatient('ada', { DETAILED_CODED: {}, DOCUMENT: {} })
    expect(await documents.one('letter')).toMatchObject({
      area: 'DOCUMENTS',
      clinicalDate: '2024-02-01',
      recordedDate: '2024-02-05',
      description: 'Discharge summary',
      type: {
        text: 'the letter we waited for',
        coding: [{ code: '824331000000106' }]
      },
      practiceSetting: { text: null, coding: [{ code: '394579002' }] },
      marker: null
    })
    expect(await documents.one('letter')).toMatchObject({
      authors: [{ name: expect.any(String) }],
      authorOrganisations: [
        { name: 'Leeds Teaching Hospitals', odsCode: 'RR8' }
      ],
      custodian: { odsCode: 'RR8' }
    })
    expect(await documents.contentOf('letter')).toEqual({
      contentType: 'application/pdf',
      size: 6,
      base64: Buffer.from('letter').toString('base64')
    })
  })

  it('have every text at full', async () => {
    await desk.onlyPatient('ada', { FULL_RECORD: {} })
    expect(await documents.one('letter')).toMatchObject({
      practiceSetting: { text: 'hearts' }
    })
  })
})

describe('hidden documents', () => {
  it('are not there for the patient, and are for staff', async () => {
    await desk.onlyPatient('ada', { FULL_RECORD: {} })
    expect((await documents.titles()).toSorted()).toEqual(SHOWN.toSorted())
    const { nodes } = await documents.ask({ as: 'gp' })
    expect(nodes.map(({ title }) => title).toSorted()).toEqual(
      [...SHOWN, ...HIDDEN].toSorted()
    )
    expect(nodes.find(({ title }) => title === 'unreviewed')).toMatchObject({
      unreviewed: true,
      marker: { causes: [{ mark: 'UNREVIEWED' }] }
    })
  })

  it('show their content to staff', async () => {
    expect(await documents.contentOf('restricted', 'gp')).toMatchObject({
      size: 10
    })
  })
})

describe('what is asked for', () => {
  it('is found by the code of the organisation that wrote it', async () => {
    expect(await documents.titles({ args: '(author: "RR8")' })).toEqual([
      'letter'
    ])
    expect(await documents.titles({ args: '(author: "RR9")' })).toEqual([])
  })

  it('is found by the days it is about, partial ones overlapping', async () => {
    const args = '(from: "2023-06-01", to: "2023-06-30")'
    expect(await documents.titles({ args })).toEqual(['scan'])
    expect(await documents.titles({ args: '(from: "2024-02-02")' })).toEqual([
      'undated'
    ])
  })

  it('comes in pages that leave nothing out', async () => {
    const all = await documents.titles()
    const paged: string[] = []
    let after = ''
    for (let more = true; more;) {
      const page = await documents.ask({ args: `(first: 2${after})` })
      paged.push(...page.nodes.map(({ title }) => title))
      after = `, after: "${page.documents.pageInfo.endCursor}"`
      more = page.documents.pageInfo.hasNextPage
    }
    expect(paged).toEqual(all)
  })
})
