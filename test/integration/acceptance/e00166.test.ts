import { afterAll, beforeAll, expect, it } from '@jest/globals'
import {
  accepted,
  clientWith,
  openDesk,
  type Desk
} from '../../support/access.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { refusalOf } from '../../support/graph-errors.ts'
import { NHS_NUMBERS } from '../../support/people.ts'
import { sightOf } from './seen.ts'

let server: TestApp
let desk: Desk

beforeAll(async () => {
  server = await startTestApp()
  desk = openDesk(await server.clientOf('manager'))
})
afterAll(() => server.close())

const isOn = ({ enabled }: { enabled: boolean }): boolean => enabled

it('E00166 AC1 enable access: the patient sees what is set, from the next call on', async () => {
  const token = await server.tokenOf('jack')
  const before = await desk.patient('jack')
  expect(before.masterState).toBe('DISABLED_BY_PRACTICE')
  expect(await sightOf(server, 'jack', token)).toBe('FORBIDDEN')

  const { access } = accepted(await desk.setOnlineServices('jack', true))
  expect(access?.masterState).toBe('ENABLED')
  expect(await sightOf(server, 'jack', token)).toMatchObject({
    level: 'FULL',
    entries: expect.arrayContaining(['Allergy to grass pollen']),
    notes: expect.arrayContaining([expect.any(String)])
  })
  expect(access?.switches.map(isOn)).toEqual(before.switches.map(isOn))
})

it('E00166 AC1 enable access: sets no level, and no level enables access', async () => {
  expect(await sightOf(server, 'kezia')).toBe('NOT_FOUND')
  const set = accepted(await desk.setPatient('kezia', 'SUMMARY'))
  expect(set.notices[0]).toMatch(/online access was never enabled/)
  expect(set.access?.masterState).toBe('NEVER_ENABLED')
  expect(await sightOf(server, 'kezia')).toBe('NOT_FOUND')
  accepted(await desk.setPatient('kezia', 'SUMMARY', { enabled: false }))

  const { access } = accepted(await desk.setOnlineServices('kezia', true))
  expect(access?.switches.filter(isOn)).toEqual([])
  expect(await sightOf(server, 'kezia')).toBe('FORBIDDEN')
  accepted(await desk.setPatient('kezia', 'SUMMARY'))
  expect(await sightOf(server, 'kezia')).toEqual({
    entries: [
      'Allergy to amoxicillin',
      'Amoxicillin 500mg capsules',
      'Cetirizine 10mg tablets',
      'No known allergy'
    ],
    notes: [],
    branch: null,
    level: 'SUMMARY'
  })
})

it('E00166 AC2 disable access: every call is refused from the next one on', async () => {
  const token = await server.tokenOf('ben')
  const before = await sightOf(server, 'ben', token)
  expect(before).toMatchObject({ level: 'FULL' })
  expect((await desk.ordering('ben')).allows).toBe('MANAGE')

  const disabled = accepted(await desk.setOnlineServices('ben', false))
  expect(disabled.access?.masterState).toBe('DISABLED_BY_PRACTICE')
  expect(disabled.notices[0]).toMatch(/the practice has disabled online access/)
  expect(await sightOf(server, 'ben', token)).toBe('FORBIDDEN')
  const exported = clientWith(server.url, token).FhirRecord({
    nhsNumber: NHS_NUMBERS.ben,
    includeAllergies: { includeResolvedAllergies: true }
  })
  expect(await refusalOf(exported)).toMatchObject({ code: 'FORBIDDEN' })
  expect(await desk.ordering('ben')).toMatchObject({
    enabled: true,
    ineffectiveBecause: ['ONLINE_ACCESS_DISABLED'],
    allows: 'NONE'
  })

  accepted(await desk.setOnlineServices('ben', true))
  expect(await sightOf(server, 'ben', token)).toEqual(before)
})
