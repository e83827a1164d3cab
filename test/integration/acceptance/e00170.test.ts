import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { accepted, DRY, openDesk, type Desk } from '../../support/access.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import type { Sdk } from '../../support/generated/sdk.ts'
import { ELM_TREE, MILL_LANE } from '../../support/people.ts'
import { sightOf } from './seen.ts'

let server: TestApp
let manager: Sdk
let desk: Desk
let millLane: Desk

beforeAll(async () => {
  server = await startTestApp()
  manager = await server.clientOf('manager')
  desk = openDesk(manager)
  millLane = openDesk(await server.clientOf('other-gp'), MILL_LANE)
})
afterAll(() => server.close())

const CAN = { effective: true, ineffectiveBecause: [], allows: 'MANAGE' }
const IS_OFF = {
  enabled: false,
  effective: false,
  ineffectiveBecause: ['SWITCHED_OFF'],
  allows: 'VIEW'
}
const LIMITED = {
  enabled: true,
  practiceEnabled: false,
  effective: false,
  ineffectiveBecause: ['LIMITED_BY_PRACTICE'],
  allows: 'VIEW'
}

const move = (from: string, to: string, patients: number) => ({
  changes: true,
  prescriptions: [{ from, to, patients }],
  recordAccess: []
})

it('E00170 AC1 enable Prescription Ordering for a patient: they may order, and see no more', async () => {
  const sight = await sightOf(server, 'ada')
  expect(await desk.ordering('ada')).toMatchObject(IS_OFF)
  const dry = await desk.setOrdering('ada', true, DRY)
  expect(dry.preview).toMatchObject(move('VIEW', 'MANAGE', 1))
  expect(await desk.ordering('ada')).toMatchObject(IS_OFF)

  const { access, notices } = accepted(await desk.setOrdering('ada', true))
  expect(access?.prescriptionOrdering).toMatchObject(CAN)
  expect(notices[0]).toMatch(/can see prescriptions and order repeats/)
  expect(await desk.ordering('ada')).toMatchObject({ ...CAN, enabled: true })
  expect(await sightOf(server, 'ada')).toEqual(sight)
})

it('E00170 AC1 enable Prescription Ordering while access is disabled: stored, not effective', async () => {
  accepted(await desk.setOnlineServices('cara', false))
  const { access } = accepted(await desk.setOrdering('cara', true))
  expect(access?.prescriptionOrdering).toMatchObject({
    enabled: true,
    effective: false,
    ineffectiveBecause: ['ONLINE_ACCESS_DISABLED'],
    allows: 'NONE'
  })
  accepted(await desk.setOnlineServices('cara', true))
  expect(await desk.ordering('cara')).toMatchObject(CAN)
})

it('E00170 AC2 disable Prescription Ordering for a patient: they may only look', async () => {
  const sight = await sightOf(server, 'dev')
  expect(await desk.ordering('dev')).toMatchObject(CAN)
  const dry = await desk.setOrdering('dev', false, DRY)
  expect(dry.preview).toMatchObject(move('MANAGE', 'VIEW', 1))

  const { access } = accepted(await desk.setOrdering('dev', false))
  expect(access?.prescriptionOrdering).toMatchObject(IS_OFF)
  expect(await desk.ordering('dev')).toMatchObject(IS_OFF)
  expect((await desk.ordering('ben')).allows).toBe('MANAGE')
  expect(await sightOf(server, 'dev')).toEqual(sight)
})

it('E00170 AC3 enable Prescription Ordering for the Practice: patients whose own switch is on may order', async () => {
  accepted(await millLane.setPracticeOrdering(false))
  accepted(await millLane.setOrdering('priya', true))
  expect(await millLane.ordering('priya')).toMatchObject(LIMITED)
  const dry = await millLane.setPracticeOrdering(true, DRY)
  expect(dry.preview).toMatchObject(move('VIEW', 'MANAGE', 1))
  expect(await millLane.ordering('priya')).toMatchObject(LIMITED)

  accepted(await millLane.setPracticeOrdering(true))
  expect(await millLane.ordering('priya')).toMatchObject(CAN)
  expect(await millLane.ordering('quinn')).toMatchObject(IS_OFF)
})

it('E00170 AC4 disable Prescription Ordering for the Practice: nobody may order, whatever is set for them', async () => {
  for (const person of ['ben', 'dev'] as const) {
    accepted(await desk.setOrdering(person, true))
    expect(await desk.ordering(person)).toMatchObject(CAN)
  }
  const dry = await desk.setPracticeOrdering(false, DRY)
  const [moved] = dry.preview?.prescriptions ?? []
  expect(moved).toMatchObject({ from: 'MANAGE', to: 'VIEW' })
  expect(moved?.patients).toBeGreaterThanOrEqual(2)

  accepted(await desk.setPracticeOrdering(false))
  for (const person of ['ben', 'dev'] as const) {
    expect(await desk.ordering(person)).toMatchObject(LIMITED)
  }
  const { practice } = await manager.PracticeSettings({ odsCode: ELM_TREE })
  expect(practice?.citizenServices).toMatchObject([
    { service: 'RECORD_ACCESS', enabled: true },
    { service: 'PRESCRIPTION_ORDERING', enabled: false }
  ])

  accepted(await desk.setPracticeOrdering(true))
  expect(await desk.ordering('ben')).toMatchObject(CAN)
})
