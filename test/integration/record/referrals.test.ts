import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ReferralContent } from '../../../src/modules/record/entry-content.ts'
import { ReferralEntity } from '../../../src/modules/record/referrals/referral.entity.ts'
import { openDesk, type Desk } from '../../support/access.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import {
  REFERRAL_TEXTS,
  referralContent
} from '../../support/builders/referral.ts'
import type { ReferralsQueryVariables } from '../../support/generated/sdk.ts'
import { refusalOf } from '../../support/graph-errors.ts'
import { NHS_NUMBERS } from '../../support/people.ts'
import { writeRecord, type WrittenPatient } from '../../support/write-record.ts'

let server: TestApp
let desk: Desk
let patient: WrittenPatient
let hospitalId: string
const ids = new Map<string, string>()

type Asked = Partial<ReferralsQueryVariables>

const contentsFor = (gpId: string): readonly ReferralContent[] => [
  referralContent('to hospital', {
    requester: { kind: 'PRACTITIONER', id: gpId },
    onBehalfOfId: patient.key.practiceId,
    recipients: [
      { kind: 'ORGANIZATION', id: hospitalId },
      { kind: 'PRACTITIONER', id: gpId }
    ]
  }),
  referralContent('in words', {
    authoredOn: '2024-02',
    priority: 'routine',
    type: null,
    services: [],
    specialty: null,
    reasons: [{ coding: [], text: 'sore after a fall' }],
    requester: { kind: 'ORGANIZATION', id: hospitalId }
  }),
  referralContent('bare', {
    authoredOn: '2019',
    priority: null,
    type: null,
    services: [],
    reasons: [],
    specialty: null,
    description: null,
    note: null
  }),
  referralContent('restricted', { restricted: true }),
  referralContent('confidential', { staffConfidential: true }),
  referralContent('in error', { enteredInError: true })
]

const pageFor = async (viewer: string, asked: Asked = {}) => {
  const client = await server.clientOf(viewer)
  const nhsNumber = NHS_NUMBERS.ada
  const answer = await client.Referrals({ nhsNumber, ...asked })
  const page = answer.patient?.record?.referrals
  if (!page) throw new Error('No referrals')
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
    const hospital = await writer.writeOrganization(key.practiceId, {
      sourceKey: 'hospital',
      odsCode: 'RZZ99',
      name: 'Ambleford General Hospital',
      address: null,
      telephone: null
    })
    hospitalId = hospital.id
    const contents = contentsFor(gpId)
    const written = await writer.writeReferrals(key, contents)
    for (const [index, { id }] of written.entries()) {
      ids.set(id, contents[index]?.identifiers[0].value ?? '')
    }
  })
})
afterAll(() => server.close())

describe('referrals as staff see them (Ruling R23)', () => {
  it('are all there, newest first, with what keeps some from citizens', async () => {
    const nodes = await nodesFor('gp')
    const marks = new Map(
      nodes.map(({ id, marker }) => [ids.get(id), marker?.causes[0]?.mark])
    )
    expect(nodes).toHaveLength(ids.size)
    expect(ids.get(nodes[0]?.id ?? '')).toBe('in words')
    expect(ids.get(nodes.at(-1)?.id ?? '')).toBe('bare')
    expect(marks.get('to hospital')).toBeUndefined()
    expect(marks.get('restricted')).toBe('RESTRICTED')
    expect(marks.get('confidential')).toBe('STAFF_CONFIDENTIAL')
    expect(marks.get('in error')).toBe('ENTERED_IN_ERROR')
  })

  it('tell all that was recorded, with everybody’s name', async () => {
    const nodes = await nodesFor('gp')
    const found = nodes.find(({ id }) => ids.get(id) === 'to hospital')
    expect(found).toMatchObject({
      area: 'REFERRALS',
      clinicalDate: '2022-03-04',
      recordedDate: '2022-03-04',
      authoredOn: '2022-03-04T10:15:00+00:00',
      priority: 'URGENT',
      requester: {
        id: patient.gpId,
        kind: 'PRACTITIONER',
        name: expect.any(String)
      },
      onBehalfOf: { kind: 'ORGANISATION', name: 'Elm Tree Surgery' },
      recipients: [
        { id: hospitalId, name: 'Ambleford General Hospital' },
        { id: patient.gpId, kind: 'PRACTITIONER' }
      ]
    })
    for (const text of REFERRAL_TEXTS) {
      expect(JSON.stringify(found)).toContain(text)
    }
  })
})

describe('referrals as the patient sees them', () => {
  it('are refused below the detailed coded record (R19)', async () => {
    await desk.onlyPatient('ada', { SUMMARY: {} })
    const refusal = await refusalOf(pageFor('ada'))
    expect(refusal.code).toBe('FORBIDDEN')
    expect(refusal.extensions).toMatchObject({ requiredLevel: 'DETAILED' })
    expect(refusal.data).toMatchObject({
      patient: { record: { referrals: null } }
    })
  })

  it('have codes, dates and who at detailed, and no words (R20)', async () => {
    await desk.onlyPatient('ada', { DETAILED_CODED: {} })
    const nodes = await nodesFor('ada')
    const text = JSON.stringify(nodes)
    for (const withheld of [...REFERRAL_TEXTS, 'sore after a fall']) {
      expect(text).not.toContain(withheld)
    }
    expect(nodes.map(({ id }) => ids.get(id))).toEqual([
      'in words',
      'to hospital',
      'bare'
    ])
    expect(nodes[0]).toMatchObject({
      authoredOn: '2024-02',
      reasons: [],
      requester: { kind: 'ORGANISATION', name: 'Ambleford General Hospital' }
    })
    expect(nodes[1]).toMatchObject({
      services: [{ text: null, coding: [{ code: '183524004' }] }],
      reasons: [{ text: null, coding: [{ code: '80313002' }] }],
      specialty: { text: null, coding: [{ code: '394579002' }] },
      description: null,
      note: null
    })
  })

  it('have their words at full, and nothing of what is hidden (R15)', async () => {
    await desk.onlyPatient('ada', { FULL_RECORD: {} })
    const nodes = await nodesFor('ada')
    expect(nodes.map(({ id }) => ids.get(id))).toEqual([
      'in words',
      'to hospital',
      'bare'
    ])
    expect(nodes[0]?.reasons[0]?.text).toBe('sore after a fall')
    expect(nodes[1]).toMatchObject({
      description: 'please see her soon',
      note: 'prefers mornings'
    })
    expect(nodes.every(({ marker }) => marker === null)).toBe(true)
  })

  it('are reached by the day they were made on (R4, R22)', async () => {
    await desk.onlyPatient('ada', { PROSPECTIVE: { startDate: '2022-03-04' } })
    expect(await namesFor('ada')).toEqual(['in words', 'to hospital'])
    await desk.onlyPatient('ada', { FULL_RECORD: { startDate: '2022-03-05' } })
    expect(await namesFor('ada')).toEqual(['in words'])
  })
})

describe('a list of referrals', () => {
  beforeAll(() => desk.onlyPatient('ada', { FULL_RECORD: {} }))

  it('can be of one priority', async () => {
    expect(await namesFor('ada', { priority: 'URGENT' })).toEqual([
      'to hospital'
    ])
    expect(await namesFor('ada', { priority: 'ROUTINE' })).toEqual(['in words'])
    expect(await namesFor('ada', { priority: 'ASAP' })).toEqual([])
  })

  it('can be of some days, partial dates by any day they may mean', async () => {
    const asked = { from: '2019-07-01', to: '2022-03-04' }
    expect(await namesFor('ada', asked)).toEqual(['to hospital', 'bare'])
  })

  it('can be read page by page', async () => {
    const first = await pageFor('ada', { first: 2 })
    expect(first.pageInfo.hasNextPage).toBe(true)
    const after = first.pageInfo.endCursor
    const rest = await pageFor('ada', { first: 2, after })
    expect(rest.pageInfo.hasNextPage).toBe(false)
    expect([...first.nodes, ...rest.nodes]).toEqual(await nodesFor('ada'))
  })
})

describe('a referral that is written', () => {
  it('is kept whole, and once', async () => {
    const content = referralContent('kept', {
      requester: { kind: 'PRACTITIONER', id: patient.gpId },
      recipients: [{ kind: 'ORGANIZATION', id: hospitalId }],
      enteredInError: true
    })
    const [created] = await writeRecord(server, 'ada', (writer, { key }) =>
      writer.writeReferrals(key, [content])
    )
    const again = await writeRecord(server, 'ada', (writer, { key }) =>
      writer.writeReferral(key, content)
    )
    expect(created?.outcome).toBe('CREATED')
    expect(again).toEqual({ id: created?.id, outcome: 'UNCHANGED' })
    const held = await server.orm.em.fork().findOneOrFail(ReferralEntity, {
      practiceId: patient.key.practiceId,
      id: again.id
    })
    expect(held).toMatchObject({
      ...content,
      clinicalDate: '2022-03-04',
      clinicalUntil: '2022-03-04',
      recordedDate: '2022-03-04',
      version: 1
    })
  })

  it('replaces what was held, lifting no restriction (R17)', async () => {
    const changed = referralContent('restricted', { priority: 'asap' })
    const written = await writeRecord(server, 'ada', (writer, { key }) =>
      writer.writeReferral(key, changed)
    )
    expect(written.outcome).toBe('UPDATED')
    const held = await server.orm.em.fork().findOneOrFail(ReferralEntity, {
      practiceId: patient.key.practiceId,
      id: written.id
    })
    expect(held).toMatchObject({
      priority: 'asap',
      restricted: true,
      version: 2
    })
  })
})
