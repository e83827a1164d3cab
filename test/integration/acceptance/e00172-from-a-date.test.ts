import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  expect,
  it
} from '@jest/globals'
import {
  accepted,
  OFF,
  openDesk,
  REVIEWED,
  switchOf,
  type Desk
} from '../../support/access.ts'
import { startTestApp, TEST_NOW, type TestApp } from '../../support/app.ts'
import {
  AT_DETAILED,
  AT_SUMMARY,
  ENTRIES,
  IN_2026,
  NOTE,
  RIVERSIDE,
  SINCE_2023
} from './ada.ts'
import { recordAllergy } from './record-allergy.ts'
import { DETAILED, EVERYTHING, SUMMARY } from './levels.ts'
import { sightOf } from './seen.ts'

let server: TestApp
let desk: Desk

beforeAll(async () => {
  server = await startTestApp()
  desk = openDesk(await server.clientOf('manager'))
})
afterEach(() => server.setClock(TEST_NOW))
afterAll(() => server.close())

beforeEach(() => desk.onlyPractice(EVERYTHING))

const ada = () => sightOf(server, 'ada')

it('E00172 AC7 enable Full Record from a date: free text of what is dated since, once reviewed', async () => {
  await desk.onlyPatient('ada', DETAILED)
  const startDate = '2018-03-07'
  const unreviewed = await desk.setPatient('ada', 'FULL_RECORD', { startDate })
  expect(unreviewed.userErrors).toMatchObject([
    { code: 'REVIEW_CONFIRMATION_REQUIRED', patientsRising: 1 }
  ])
  expect(await ada()).toEqual(AT_DETAILED)
  const from = (day: string) => ({ startDate: day, ...REVIEWED })
  const { access } = accepted(
    await desk.setPatient('ada', 'FULL_RECORD', from(startDate))
  )
  expect(switchOf(access, 'FULL_RECORD')).toMatchObject({ startDate })
  const full = { entries: ENTRIES, branch: RIVERSIDE, level: 'FULL' }
  expect(await ada()).toEqual({ ...full, notes: SINCE_2023 })

  // A day earlier, and one medicine with its first issue rises.
  const earlier = { startDate: '2018-03-06' }
  const moved = await desk.setPatient('ada', 'FULL_RECORD', earlier)
  expect(moved.userErrors).toMatchObject([
    { code: 'REVIEW_CONFIRMATION_REQUIRED', entriesRising: 2 }
  ])
  accepted(await desk.setPatient('ada', 'FULL_RECORD', from('2018-03-06')))
  const since2018 = [...SINCE_2023, NOTE.lisinopril2018].toSorted()
  expect(await ada()).toEqual({ ...full, notes: since2018 })

  accepted(await desk.setPatient('ada', 'FULL_RECORD', REVIEWED))
  const notes = [...since2018, NOTE.penicillin1996].toSorted()
  expect(await ada()).toEqual({ ...full, notes })
})

it('E00172 AC7 enable Full Record from before birth: refused, nothing changes', async () => {
  await desk.onlyPatient('ada', SUMMARY)
  const state = await desk.patient('ada')
  const change = { startDate: '1958-03-20', ...REVIEWED }
  expect(await desk.setPatient('ada', 'FULL_RECORD', change)).toMatchObject({
    access: null,
    userErrors: [{ code: 'START_DATE_BEFORE_BIRTH' }]
  })
  expect(await desk.patient('ada')).toEqual(state)
  expect(await ada()).toEqual(AT_SUMMARY)
})

it('E00172 AC8 disable Full Record: free text goes, lower levels and prospective access stay', async () => {
  await desk.onlyPatient('ada', { ...DETAILED, FULL_RECORD: {} })
  expect(await ada()).toMatchObject({
    notes: expect.arrayContaining([NOTE.penicillin1996, ...SINCE_2023])
  })
  accepted(await desk.setPatient('ada', 'FULL_RECORD', OFF))
  expect(await ada()).toEqual(AT_DETAILED)

  await desk.onlyPatient('ada', {
    ...SUMMARY,
    FULL_RECORD: {},
    PROSPECTIVE: { startDate: '2026-01-01' }
  })
  const off = accepted(await desk.setPatient('ada', 'FULL_RECORD', OFF))
  expect(off.stillShownBy).toEqual(['PROSPECTIVE'])
  expect(await ada()).toMatchObject({ entries: ENTRIES, notes: IN_2026 })
})

it('E00172 AC9 enable Prospective Access: free text of what was recorded since, once reviewed', async () => {
  await desk.onlyPatient('ada', SUMMARY)
  const startDate = '2023-02-01'
  const unreviewed = await desk.setPatient('ada', 'PROSPECTIVE', { startDate })
  expect(unreviewed.userErrors).toMatchObject([
    { code: 'REVIEW_CONFIRMATION_REQUIRED', patientsRising: 1 }
  ])
  expect(await ada()).toEqual(AT_SUMMARY)
  const change = { startDate, ...REVIEWED }
  const { access } = accepted(
    await desk.setPatient('ada', 'PROSPECTIVE', change)
  )
  expect(switchOf(access, 'PROSPECTIVE')).toMatchObject({
    startDate,
    effective: true
  })
  expect(await ada()).toMatchObject({ entries: ENTRIES, notes: SINCE_2023 })

  // Alone it shows no entry recorded before, at no level.
  accepted(await desk.setPatient('ada', 'SUMMARY', OFF))
  expect(await ada()).toMatchObject({
    entries: [
      'Amlodipine 10mg tablets',
      'Amlodipine 5mg tablets',
      'Atorvastatin 20mg tablets',
      'Doxycycline 100mg capsules',
      'Methotrexate 2.5mg tablets'
    ],
    notes: SINCE_2023
  })
})

it('E00172 AC9 enable Prospective Access from today: an old letter entered today is seen, one of yesterday is not', async () => {
  await desk.onlyPatient('ada', {})
  expect(await ada()).toBe('FORBIDDEN')
  accepted(
    await desk.setPatient('ada', 'PROSPECTIVE', { startDate: '2026-11-23' })
  )
  expect(await ada()).toMatchObject({ entries: [], notes: [] })

  const entered = { onset: '1990', person: 'ada' } as const
  await recordAllergy(server, {
    ...entered,
    assertedDate: '2026-11-22',
    note: 'Entered yesterday.'
  })
  await recordAllergy(server, {
    ...entered,
    assertedDate: '2026-11-23',
    note: 'Entered today.'
  })
  expect(await ada()).toMatchObject({
    entries: ['Allergy to latex'],
    notes: ['Entered today.']
  })
})

it.each([
  ['without a date', {}, 'START_DATE_REQUIRED'],
  ['from before birth', { startDate: '1958-03-20' }, 'START_DATE_BEFORE_BIRTH']
])(
  'E00172 AC9 enable Prospective Access %s: refused, nothing changes',
  async (_how, change, code) => {
    await desk.onlyPatient('cara', SUMMARY)
    const state = await desk.patient('cara')
    const sight = await sightOf(server, 'cara')
    const asked = { ...change, ...REVIEWED }
    expect(await desk.setPatient('cara', 'PROSPECTIVE', asked)).toMatchObject({
      access: null,
      userErrors: [{ code, field: ['input', 'startDate'] }]
    })
    expect(await desk.patient('cara')).toEqual(state)
    expect(await sightOf(server, 'cara')).toEqual(sight)
  }
)

it('E00172 AC9 enable Prospective Access while the Practice has Full Record off: stored, not effective (R1)', async () => {
  await desk.onlyPractice(SUMMARY)
  await desk.onlyPatient('dev', SUMMARY)
  const before = await sightOf(server, 'dev')
  const { access } = accepted(
    await desk.setPatient('dev', 'PROSPECTIVE', { startDate: '2020-01-01' })
  )
  expect(switchOf(access, 'PROSPECTIVE')).toMatchObject({
    enabled: true,
    ineffectiveBecause: ['LIMITED_BY_PRACTICE']
  })
  expect(await sightOf(server, 'dev')).toEqual(before)
})

it('E00172 AC9 enable Prospective Access from a day to come: nothing rises until then', async () => {
  await desk.onlyPatient('dev', SUMMARY)
  const before = await sightOf(server, 'dev')
  const startDate = '2026-12-24'
  const { access } = accepted(
    await desk.setPatient('dev', 'PROSPECTIVE', { startDate })
  )
  expect(switchOf(access, 'PROSPECTIVE').ineffectiveBecause).toEqual([
    'START_DATE_IN_FUTURE'
  ])
  expect(await sightOf(server, 'dev')).toEqual(before)
  server.setClock(new Date(`${startDate}T00:00:00Z`))
  expect(await sightOf(server, 'dev')).toMatchObject({ level: 'FULL' })
})

it('E00172 AC10 disable Prospective Access: what it showed goes, Full Record from its date stays', async () => {
  await desk.onlyPatient('ben', {
    ...SUMMARY,
    FULL_RECORD: { startDate: '2026-01-01' },
    PROSPECTIVE: { startDate: '2016-08-19' }
  })
  const ofJune = [
    'Infected gardening cut, left hand.',
    'To come back if it spreads.'
  ]
  expect(await sightOf(server, 'ben')).toMatchObject({
    notes: [
      'Came over in words from the walk-in centre.',
      'From the letter of the ear, nose and throat clinic.',
      ...ofJune
    ]
  })
  const off = accepted(await desk.setPatient('ben', 'PROSPECTIVE', OFF))
  expect(off.stillShownBy).toEqual(['FULL_RECORD'])
  expect(await sightOf(server, 'ben')).toMatchObject({ notes: ofJune })
  expect(switchOf(off.access, 'FULL_RECORD')).toMatchObject({
    startDate: '2026-01-01',
    effective: true
  })

  accepted(await desk.setPatient('ben', 'FULL_RECORD', OFF))
  expect(await sightOf(server, 'ben')).toMatchObject({
    notes: [],
    level: 'SUMMARY'
  })
})
