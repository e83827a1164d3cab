import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals'
import {
  accepted,
  OFF,
  openDesk,
  REVIEWED,
  switchOf,
  type Desk
} from '../../support/access.ts'
import { startTestApp, TEST_NOW, type TestApp } from '../../support/app.ts'
import { DETAILED, DOCUMENTS, EVERYTHING, SUMMARY } from './levels.ts'
import { sightOf } from './seen.ts'

let server: TestApp
let desk: Desk

beforeAll(async () => {
  server = await startTestApp()
  desk = openDesk(await server.clientOf('manager'))
})
afterEach(() => server.setClock(TEST_NOW))
afterAll(() => server.close())

/** One of each level that a patient can be given, in this order. */
const PEOPLE = ['ada', 'cara', 'dev', 'gwen'] as const

const everyone = () =>
  Promise.all(PEOPLE.map((person) => sightOf(server, person)))

const levels = async () =>
  (await everyone()).map((sight) =>
    typeof sight === 'string' ? sight : sight.level
  )

const NOBODY = ['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']

it('E00171 AC1 enable Summary Information for the Practice: allergies and medicines are seen, coded', async () => {
  await desk.onlyPractice({})
  expect(await everyone()).toEqual(NOBODY)

  const { access } = accepted(await desk.setPractice('SUMMARY'))
  expect(switchOf(access, 'SUMMARY').effective).toBe(true)
  const [ada, cara, dev, gwen] = await everyone()
  const summary = { notes: [], branch: null, level: 'SUMMARY' }
  expect(ada).toMatchObject({
    ...summary,
    entries: expect.arrayContaining(['Allergy to penicillin'])
  })
  expect(cara).toEqual({
    ...summary,
    entries: [
      'Allergy to erythromycin',
      'Allergy to grass pollen',
      'Allergy to peanut',
      'Cetirizine 10mg tablets',
      'Citalopram 20mg tablets',
      'Nitrofurantoin 100mg modified-release capsules'
    ]
  })
  expect(dev).toMatchObject(summary)
  expect(gwen).toEqual({
    ...summary,
    entries: [
      'Allergy to amoxicillin',
      'Allergy to penicillin',
      'Amlodipine 5mg tablets',
      'Mometasone 50micrograms/dose nasal spray'
    ]
  })
})

it('E00171 AC2 disable Summary Information for the Practice: nothing else on, nobody sees anything', async () => {
  await desk.onlyPractice(SUMMARY)
  expect(await levels()).toEqual(Array(4).fill('SUMMARY'))
  const { access, stillShownBy } = accepted(
    await desk.setPractice('SUMMARY', OFF)
  )
  expect(switchOf(access, 'SUMMARY')).toMatchObject({
    enabled: false,
    ineffectiveBecause: ['SWITCHED_OFF']
  })
  expect(stillShownBy).toEqual([])
  expect(await everyone()).toEqual(NOBODY)
})

it('E00171 AC2 disable Summary Information while more is on: nothing goes, and staff are told why (R3)', async () => {
  await desk.onlyPractice(DETAILED)
  const before = await everyone()
  const { stillShownBy, notices } = accepted(
    await desk.setPractice('SUMMARY', OFF)
  )
  expect(stillShownBy).toEqual(['DETAILED_CODED'])
  expect(notices[0]).toMatch(/^Still shown: Detailed coded record is on/)
  expect(await everyone()).toEqual(before)
})

it('E00171 AC3 enable Detailed Coded Record for the Practice: coded areas open where patients have them, no free text', async () => {
  await desk.onlyPractice(SUMMARY)
  const [ada] = await everyone()
  accepted(await desk.setPractice('DETAILED_CODED'))
  const after = await everyone()
  expect(after[0]).toEqual(ada)
  expect(after.slice(1)).toMatchObject([
    { level: 'DETAILED', branch: 'Elm Tree Surgery, Riverside branch' },
    { level: 'DETAILED' },
    { level: 'DETAILED' }
  ])
  expect(after).toMatchObject(PEOPLE.map(() => ({ notes: [] })))
})

it('E00171 AC4 disable Detailed Coded Record for the Practice: back to the summary, and Document goes with it (R2)', async () => {
  await desk.onlyPractice(DOCUMENTS)
  expect(await levels()).toEqual([
    'SUMMARY',
    'DETAILED',
    'DOCUMENTS',
    'DOCUMENTS'
  ])
  const off = accepted(await desk.setPractice('DETAILED_CODED', OFF))
  expect(off.alsoDisabled).toEqual(['DOCUMENT'])
  expect(await levels()).toEqual(Array(4).fill('SUMMARY'))
  expect(await sightOf(server, 'cara')).toMatchObject({ branch: null })

  const on = accepted(await desk.setPractice('DETAILED_CODED'))
  expect(switchOf(on.access, 'DOCUMENT').enabled).toBe(false)
  expect(await levels()).toEqual([
    'SUMMARY',
    'DETAILED',
    'DETAILED',
    'DETAILED'
  ])
})

it('E00171 AC5 enable Document for the Practice: refused without Detailed Coded, else once reviewed', async () => {
  await desk.onlyPractice(SUMMARY)
  const summary = await everyone()
  const { version } = await desk.practice()
  const alone = await desk.setPractice('DOCUMENT', REVIEWED)
  expect(alone).toMatchObject({
    access: null,
    userErrors: [{ code: 'REQUIRES_DETAILED_CODED', field: ['input', 'level'] }]
  })
  expect((await desk.practice()).version).toBe(version)
  expect(await everyone()).toEqual(summary)

  accepted(await desk.setPractice('DETAILED_CODED'))
  const detailed = await levels()
  const unreviewed = await desk.setPractice('DOCUMENT')
  expect(unreviewed.userErrors).toMatchObject([
    { code: 'REVIEW_CONFIRMATION_REQUIRED' }
  ])
  expect(unreviewed.userErrors[0]?.patientsRising).toBeGreaterThanOrEqual(2)
  expect(await levels()).toEqual(detailed)

  accepted(await desk.setPractice('DOCUMENT', REVIEWED))
  expect(await levels()).toEqual([
    'SUMMARY',
    'DETAILED',
    'DOCUMENTS',
    'DOCUMENTS'
  ])
})

it('E00171 AC6 disable Document for the Practice: documents close, the coded record stays', async () => {
  await desk.onlyPractice(DOCUMENTS)
  const before = await sightOf(server, 'dev')
  expect(before).toMatchObject({ level: 'DOCUMENTS' })
  const { access } = accepted(await desk.setPractice('DOCUMENT', OFF))
  expect(switchOf(access, 'DETAILED_CODED').effective).toBe(true)
  expect(await sightOf(server, 'dev')).toEqual({
    ...Object(before),
    level: 'DETAILED'
  })
  expect(await levels()).toEqual([
    'SUMMARY',
    'DETAILED',
    'DETAILED',
    'DETAILED'
  ])
})

const SINCE_SPRING_2024 = [
  'From the letter of the ear, nose and throat clinic.',
  'Infected gardening cut, left hand.',
  'To come back if it spreads.'
]

it('E00171 AC7 enable Full Record for the Practice from a date: free text of what is dated or recorded since', async () => {
  await desk.onlyPractice(DETAILED)
  expect(await sightOf(server, 'ben')).toMatchObject({
    level: 'DETAILED',
    notes: []
  })
  const from = { startDate: '2024-03-15' }
  const unreviewed = await desk.setPractice('FULL_RECORD', from)
  expect(unreviewed.userErrors).toMatchObject([
    { code: 'REVIEW_CONFIRMATION_REQUIRED' }
  ])
  expect(await sightOf(server, 'ben')).toMatchObject({ notes: [] })

  const reviewed = { ...from, ...REVIEWED }
  const { access } = accepted(await desk.setPractice('FULL_RECORD', reviewed))
  expect(switchOf(access, 'FULL_RECORD')).toMatchObject({
    ...from,
    effective: true
  })
  // The letter is of early March, and was recorded in April.
  expect(await sightOf(server, 'ben')).toMatchObject({
    level: 'FULL',
    notes: SINCE_SPRING_2024
  })
  // By rung: of what it reaches, Full holds the documents too (R1).
  expect((await levels()).slice(0, 3)).toEqual([
    'SUMMARY',
    'DETAILED',
    'DOCUMENTS'
  ])

  accepted(await desk.setPractice('FULL_RECORD', REVIEWED))
  expect(await sightOf(server, 'ben')).toMatchObject({
    notes: expect.arrayContaining([
      ...SINCE_SPRING_2024,
      'Mother remembered a rash in infancy.'
    ])
  })
})

it('E00171 AC7 enable Full Record for the Practice from a day to come: nothing rises until then', async () => {
  await desk.onlyPractice(DETAILED)
  const before = await sightOf(server, 'ben')
  const startDate = '2026-12-24'
  const { access } = accepted(
    await desk.setPractice('FULL_RECORD', { startDate })
  )
  expect(switchOf(access, 'FULL_RECORD').ineffectiveBecause).toEqual([
    'START_DATE_IN_FUTURE'
  ])
  expect(await sightOf(server, 'ben')).toEqual(before)
  server.setClock(new Date(`${startDate}T00:00:00Z`))
  expect(await sightOf(server, 'ben')).toMatchObject({ level: 'FULL' })
})

it('E00171 AC8 disable Full Record for the Practice: free text goes, prospective too, lower levels stay', async () => {
  await desk.onlyPractice(EVERYTHING)
  const before = {
    gwen: await sightOf(server, 'gwen'),
    ella: await sightOf(server, 'ella')
  }
  expect(before).toMatchObject({
    gwen: { level: 'FULL', notes: expect.arrayContaining(['Happy with it.']) },
    ella: { level: 'FULL', entries: expect.any(Array) }
  })

  const { access } = accepted(await desk.setPractice('FULL_RECORD', OFF))
  expect(switchOf(access, 'DOCUMENT').effective).toBe(true)
  for (const person of ['gwen', 'ella'] as const) {
    expect(await sightOf(server, person)).toEqual({
      ...Object(before[person]),
      notes: [],
      level: 'DOCUMENTS'
    })
  }
  expect(switchOf(await desk.patient('ella'), 'PROSPECTIVE')).toMatchObject({
    enabled: true,
    effective: false,
    ineffectiveBecause: ['LIMITED_BY_PRACTICE']
  })
})
