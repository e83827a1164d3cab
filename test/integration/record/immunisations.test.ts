import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ImmunisationContent } from '../../../src/modules/record/entry-content.ts'
import { ImmunisationEntity } from '../../../src/modules/record/immunisations/immunisation.entity.ts'
import { openDesk, type Desk } from '../../support/access.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import {
  IMMUNISATION_TEXTS,
  immunisationContent
} from '../../support/builders/immunisation.ts'
import { concept } from '../../support/builders/record.ts'
import type { ImmunisationsQueryVariables } from '../../support/generated/sdk.ts'
import { refusalOf } from '../../support/graph-errors.ts'
import { NHS_NUMBERS } from '../../support/people.ts'
import { writeRecord, type WrittenPatient } from '../../support/write-record.ts'

let server: TestApp
let desk: Desk
let patient: WrittenPatient
const ids = new Map<string, string>()

type Asked = Partial<ImmunisationsQueryVariables>

const contentsFor = (
  gpId: string,
  locationId: string
): readonly ImmunisationContent[] => [
  immunisationContent('given', {
    administeredById: gpId,
    recorderId: gpId,
    locationId
  }),
  immunisationContent('declined', {
    procedureCode: concept('86198006', 'Influenza vaccination'),
    vaccineCode: null,
    notGiven: true,
    givenOn: '2023-10-02',
    recordedOn: '2023-10-02',
    reasons: [],
    reasonsNotGiven: [concept('591000119102', 'Vaccine declined by patient')],
    protocols: []
  }),
  immunisationContent('undated', {
    givenOn: null,
    recordedOn: '2020-02-03',
    vaccineCode: { coding: [], text: 'something abroad' }
  }),
  immunisationContent('in words', {
    givenOn: '2001',
    procedureCode: { coding: [], text: 'a jab at school' }
  }),
  immunisationContent('restricted', { restricted: true }),
  immunisationContent('confidential', { staffConfidential: true }),
  immunisationContent('in error', { enteredInError: true })
]

const pageFor = async (viewer: string, asked: Asked = {}) => {
  const client = await server.clientOf(viewer)
  const nhsNumber = NHS_NUMBERS.ada
  const answer = await client.Immunisations({ nhsNumber, ...asked })
  const page = answer.patient?.record?.immunisations
  if (!page) throw new Error('No immunisations')
  return page
}

const nodesFor = async (viewer: string, asked: Asked = {}) =>
  (await pageFor(viewer, asked)).nodes

const namesFor = async (viewer: string, asked: Asked = {}) =>
  (await nodesFor(viewer, asked)).map(({ id }) => ids.get(id))

beforeAll(async () => {
  server = await startTestApp()
  desk = openDesk(await server.clientOf('gp'))
  await writeRecord(server, 'ada', async (writer, found) => {
    patient = found
    const { key, gpId } = found
    const { id: locationId } = await writer.writeLocation(key.practiceId, {
      sourceKey: 'village-hall',
      odsSiteCode: null,
      name: 'Village hall',
      address: null,
      telephone: null
    })
    const contents = contentsFor(gpId, locationId)
    const written = await writer.writeImmunisations(key, contents)
    for (const [index, { id }] of written.entries()) {
      ids.set(id, contents[index]?.identifiers[0].value ?? '')
    }
  })
})
afterAll(() => server.close())

describe('immunisations as staff see them (Ruling R23)', () => {
  it('are all there, newest first, with what keeps some from citizens', async () => {
    const nodes = await nodesFor('gp')
    const marks = new Map(
      nodes.map(({ id, marker }) => [ids.get(id), marker?.causes[0]?.mark])
    )
    expect(nodes).toHaveLength(ids.size)
    expect(ids.get(nodes[0]?.id ?? '')).toBe('declined')
    expect(ids.get(nodes.at(-1)?.id ?? '')).toBe('undated')
    expect(marks.get('given')).toBeUndefined()
    expect(marks.get('restricted')).toBe('RESTRICTED')
    expect(marks.get('confidential')).toBe('STAFF_CONFIDENTIAL')
    expect(marks.get('in error')).toBe('ENTERED_IN_ERROR')
  })

  it('tell all that was recorded', async () => {
    const nodes = await nodesFor('gp', { from: '2021-01-01', to: '2021-12-31' })
    const given = nodes.find(({ id }) => ids.get(id) === 'given')
    expect(given).toMatchObject({
      area: 'IMMUNISATIONS',
      clinicalDate: '2021-05-01',
      recordedDate: '2021-06-02',
      givenOn: '2021-05',
      notGiven: false,
      primarySource: true,
      parentPresent: true,
      lotNumber: 'MV-4471',
      expiresOn: '2022-12',
      doseQuantity: { value: 0.5, unit: 'ml' },
      protocols: [{ doseSequence: 1, seriesDoses: 2 }],
      administeredBy: { name: expect.any(String) },
      recorder: { name: expect.any(String) },
      locationName: 'Village hall'
    })
    for (const text of IMMUNISATION_TEXTS) {
      expect(JSON.stringify(given)).toContain(text)
    }
  })
})

describe('immunisations as the patient sees them', () => {
  it('are refused below the detailed coded record (R19)', async () => {
    await desk.onlyPatient('ada', { SUMMARY: {} })
    const refusal = await refusalOf(pageFor('ada'))
    expect(refusal.code).toBe('FORBIDDEN')
    expect(refusal.extensions).toMatchObject({ requiredLevel: 'DETAILED' })
    expect(refusal.data).toMatchObject({
      patient: { record: { immunisations: null } }
    })
  })

  it('have codes, dates and numbers at detailed, and no words (R20)', async () => {
    await desk.onlyPatient('ada', { DETAILED_CODED: {} })
    const nodes = await nodesFor('ada')
    const text = JSON.stringify(nodes)
    for (const withheld of [
      ...IMMUNISATION_TEXTS,
      'something abroad',
      'a jab at school'
    ]) {
      expect(text).not.toContain(withheld)
    }
    expect(nodes.map(({ id }) => ids.get(id))).toEqual([
      'declined',
      'given',
      'undated'
    ])
    expect(nodes[1]).toMatchObject({
      procedure: { text: null, coding: [{ code: '170378007' }] },
      vaccine: { text: null, coding: [{ code: '871751006' }] },
      site: { coding: [{ code: '368209003' }] },
      reasons: [{ text: null, coding: [{ code: '171279008' }] }],
      protocols: [{ doseSequence: 1, description: null }],
      lotNumber: 'MV-4471',
      manufacturer: null,
      note: null,
      locationName: 'Village hall'
    })
    expect(nodes[0]?.reasonsNotGiven).toHaveLength(1)
    expect(nodes[2]?.vaccine).toBeNull()
  })

  it('have their words at full, and nothing of what is hidden (R15)', async () => {
    await desk.onlyPatient('ada', { FULL_RECORD: {} })
    const nodes = await nodesFor('ada')
    expect(nodes.map(({ id }) => ids.get(id))).toEqual([
      'declined',
      'given',
      'in words',
      'undated'
    ])
    expect(JSON.stringify(nodes[1])).toContain('felt faint for a moment')
    expect(nodes[2]?.procedure.text).toBe('a jab at school')
    expect(nodes.every(({ marker }) => marker === null)).toBe(true)
  })

  it('are reached by the date they were recorded (R4, R22)', async () => {
    await desk.onlyPatient('ada', { PROSPECTIVE: { startDate: '2021-06-01' } })
    expect(await namesFor('ada')).toEqual(['declined', 'given', 'in words'])
    await desk.onlyPatient('ada', { FULL_RECORD: { startDate: '2021-06-01' } })
    expect(await namesFor('ada')).toEqual(['declined'])
  })
})

describe('a list of immunisations', () => {
  beforeAll(() => desk.onlyPatient('ada', { FULL_RECORD: {} }))

  it('can be of those given, or of those not', async () => {
    expect(await namesFor('ada', { notGiven: true })).toEqual(['declined'])
    expect(await namesFor('ada', { notGiven: false })).toEqual([
      'given',
      'in words',
      'undated'
    ])
  })

  it('can be of some days, partial dates by any day they may mean', async () => {
    const asked = { from: '2001-06-01', to: '2021-05-15' }
    expect(await namesFor('ada', asked)).toEqual([
      'given',
      'in words',
      'undated'
    ])
  })

  it('can be read page by page', async () => {
    const first = await pageFor('ada', { first: 3 })
    expect(first.pageInfo.hasNextPage).toBe(true)
    const after = first.pageInfo.endCursor
    const rest = await pageFor('ada', { first: 3, after })
    expect(rest.pageInfo.hasNextPage).toBe(false)
    expect([...first.nodes, ...rest.nodes]).toEqual(await nodesFor('ada'))
  })

  it('costs as many statements for many as for one', async () => {
    const countOf = async (first: number) => {
      server.statements.length = 0
      await pageFor('ada', { first })
      return server.statements.length
    }
    expect(await countOf(4)).toBe(await countOf(2))
  })
})

describe('an immunisation that is written', () => {
  it('is kept whole, and once', async () => {
    const content = immunisationContent('kept', {
      recorderId: patient.gpId,
      enteredInError: true
    })
    const [created] = await writeRecord(server, 'ada', (writer, { key }) =>
      writer.writeImmunisations(key, [content])
    )
    const again = await writeRecord(server, 'ada', (writer, { key }) =>
      writer.writeImmunisation(key, content)
    )
    expect(created?.outcome).toBe('CREATED')
    expect(again).toEqual({ id: created?.id, outcome: 'UNCHANGED' })
    const held = await server.orm.em.fork().findOneOrFail(ImmunisationEntity, {
      practiceId: patient.key.practiceId,
      id: again.id
    })
    expect(held).toMatchObject({
      ...content,
      clinicalDate: '2021-05-01',
      clinicalUntil: '2021-05-31',
      recordedDate: '2021-06-02',
      consultationId: null,
      version: 1
    })
  })

  it('replaces what was held, lifting no restriction (R17)', async () => {
    const changed = immunisationContent('restricted', {
      restricted: false,
      lotNumber: 'other'
    })
    const written = await writeRecord(server, 'ada', (writer, { key }) =>
      writer.writeImmunisation(key, changed)
    )
    expect(written.outcome).toBe('UPDATED')
    const held = await server.orm.em.fork().findOneOrFail(ImmunisationEntity, {
      practiceId: patient.key.practiceId,
      id: written.id
    })
    expect(held).toMatchObject({
      lotNumber: 'other',
      restricted: true,
      version: 2
    })
  })
})
