import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals'
import {
  accepted,
  OFF,
  openDesk,
  REVIEWED,
  switchOf,
  type Desk
} from '../../support/access.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { AT_DETAILED, AT_DOCUMENTS, AT_SUMMARY } from './ada.ts'
import { DETAILED, DOCUMENTS, EVERYTHING, SUMMARY } from './levels.ts'
import { sightOf } from './seen.ts'

let server: TestApp
let desk: Desk

beforeAll(async () => {
  server = await startTestApp()
  desk = openDesk(await server.clientOf('manager'))
})
afterAll(() => server.close())

beforeEach(() => desk.onlyPractice(EVERYTHING))

const ada = () => sightOf(server, 'ada')

it('E00172 AC1 enable Summary Information: the patient sees allergies and medicines, coded', async () => {
  await desk.onlyPatient('ada', {})
  expect(await ada()).toBe('FORBIDDEN')
  const cara = await sightOf(server, 'cara')
  const { access } = accepted(await desk.setPatient('ada', 'SUMMARY'))
  expect(switchOf(access, 'SUMMARY').effective).toBe(true)
  expect(await ada()).toEqual(AT_SUMMARY)
  expect(await sightOf(server, 'cara')).toEqual(cara)
})

it('E00172 AC1 enable Summary Information while the Practice shows nothing: stored, not effective (R1)', async () => {
  await desk.onlyPatient('ada', {})
  await desk.onlyPractice({})
  const { access } = accepted(await desk.setPatient('ada', 'SUMMARY'))
  expect(switchOf(access, 'SUMMARY')).toMatchObject({
    enabled: true,
    ineffectiveBecause: ['LIMITED_BY_PRACTICE']
  })
  expect(await ada()).toBe('FORBIDDEN')
  accepted(await desk.setPractice('SUMMARY'))
  expect(await ada()).toEqual(AT_SUMMARY)
})

it('E00172 AC2 disable Summary Information: nothing else on, the patient sees nothing', async () => {
  await desk.onlyPatient('ada', SUMMARY)
  expect(await ada()).toEqual(AT_SUMMARY)
  const { stillShownBy } = accepted(
    await desk.setPatient('ada', 'SUMMARY', OFF)
  )
  expect(stillShownBy).toEqual([])
  expect(await ada()).toBe('FORBIDDEN')
})

it('E00172 AC2 disable Summary Information while more is on: nothing goes, and staff are told why (R3)', async () => {
  await desk.onlyPatient('ada', DETAILED)
  const { stillShownBy } = accepted(
    await desk.setPatient('ada', 'SUMMARY', OFF)
  )
  expect(stillShownBy).toEqual(['DETAILED_CODED'])
  expect(await ada()).toEqual(AT_DETAILED)
})

it('E00172 AC3 enable Detailed Coded Record: coded areas open, no free text', async () => {
  await desk.onlyPatient('ada', SUMMARY)
  expect(await ada()).toEqual(AT_SUMMARY)
  accepted(await desk.setPatient('ada', 'DETAILED_CODED'))
  expect(await ada()).toEqual(AT_DETAILED)
})

it('E00172 AC4 disable Detailed Coded Record: back to the summary, and Document goes with it (R2)', async () => {
  await desk.onlyPatient('ada', DOCUMENTS)
  expect(await ada()).toEqual(AT_DOCUMENTS)
  const off = accepted(await desk.setPatient('ada', 'DETAILED_CODED', OFF))
  expect(off.alsoDisabled).toEqual(['DOCUMENT'])
  expect(await ada()).toEqual(AT_SUMMARY)
  const on = accepted(await desk.setPatient('ada', 'DETAILED_CODED'))
  expect(switchOf(on.access, 'DOCUMENT').enabled).toBe(false)
  expect(await ada()).toEqual(AT_DETAILED)
})

it('E00172 AC5 enable Document: refused without Detailed Coded, else once reviewed', async () => {
  await desk.onlyPatient('ada', SUMMARY)
  const { version } = await desk.patient('ada')
  const alone = await desk.setPatient('ada', 'DOCUMENT', REVIEWED)
  expect(alone).toMatchObject({
    access: null,
    userErrors: [{ code: 'REQUIRES_DETAILED_CODED', field: ['input', 'level'] }]
  })
  expect((await desk.patient('ada')).version).toBe(version)
  expect(await ada()).toEqual(AT_SUMMARY)

  accepted(await desk.setPatient('ada', 'DETAILED_CODED'))
  const unreviewed = await desk.setPatient('ada', 'DOCUMENT')
  expect(unreviewed.userErrors).toMatchObject([
    { code: 'REVIEW_CONFIRMATION_REQUIRED', patientsRising: 1 }
  ])
  expect(await ada()).toEqual(AT_DETAILED)
  accepted(await desk.setPatient('ada', 'DOCUMENT', REVIEWED))
  expect(await ada()).toEqual(AT_DOCUMENTS)
})

it('E00172 AC5 enable Document while the Practice has it off: stored, not effective (R1)', async () => {
  await desk.onlyPractice(DETAILED)
  await desk.onlyPatient('ada', DETAILED)
  const { access } = accepted(await desk.setPatient('ada', 'DOCUMENT'))
  expect(switchOf(access, 'DOCUMENT')).toMatchObject({
    enabled: true,
    ineffectiveBecause: ['LIMITED_BY_PRACTICE']
  })
  expect(await ada()).toEqual(AT_DETAILED)
})

it('E00172 AC6 disable Document: documents close, the coded record stays', async () => {
  await desk.onlyPatient('ada', DOCUMENTS)
  expect(await ada()).toEqual(AT_DOCUMENTS)
  accepted(await desk.setPatient('ada', 'DOCUMENT', OFF))
  expect(await ada()).toEqual(AT_DETAILED)
})
