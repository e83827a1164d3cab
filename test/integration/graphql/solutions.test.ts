import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApp, type TestApp } from '../../support/app.ts'
import type { Sdk } from '../../support/generated/sdk.ts'
import { DEMO_SOLUTION_ID, ELM_TREE } from '../../support/people.ts'

let server: TestApp
let manager: Sdk

beforeAll(async () => {
  server = await startTestApp()
  manager = await server.clientOf('manager')
})
afterAll(() => server.close())

const settings = async () => {
  const { practice } = await manager.PracticeSettings({ odsCode: ELM_TREE })
  if (!practice?.access) throw new Error('No settings')
  return { ...practice, access: practice.access }
}

const version = async () => (await settings()).access.version

const codesOf = (
  payload?: { userErrors: readonly { code: string }[] } | null
) => payload?.userErrors.map(({ code }) => code)

describe('registered Solutions (E00166 AC6)', () => {
  const app = {
    name: 'Riverside Record',
    supplier: 'Riverside Ltd',
    clientId: 'riverside-record',
    services: ['RECORD_ACCESS' as const]
  }

  const add = async (changes: object = {}) => {
    const { addSolution } = await manager.AddSolution({
      odsCode: ELM_TREE,
      input: { ...app, expectedVersion: await version(), ...changes }
    })
    return addSolution
  }

  const remove = async (solutionId: string) => {
    const { removeSolution } = await manager.RemoveSolution({
      odsCode: ELM_TREE,
      solutionId,
      input: { expectedVersion: await version() }
    })
    return removeSolution
  }

  it('are listed by name, and under each service they provide', async () => {
    await add()
    const { solutions, citizenServices } = await settings()
    expect(solutions?.map(({ name }) => name)).toEqual([
      'Ambleford Health',
      'Riverside Record'
    ])
    expect(
      citizenServices?.map(({ service, enabled, solutions: by }) => [
        service,
        enabled,
        by.map(({ name }) => name)
      ])
    ).toEqual([
      ['RECORD_ACCESS', true, ['Ambleford Health', 'Riverside Record']],
      ['PRESCRIPTION_ORDERING', true, ['Ambleford Health']]
    ])
  })

  it('are added once: the same again changes nothing', async () => {
    const before = await version()
    const again = await add({ expectedVersion: 1 })
    expect(again?.userErrors).toEqual([])
    expect(await version()).toBe(before)
  })

  it.each([
    [
      'a name without letters',
      { name: ' ', clientId: null },
      'SOLUTION_NAME_REQUIRED'
    ],
    [
      'another with that name',
      { name: 'riverside RECORD', clientId: null },
      'SOLUTION_NAME_TAKEN'
    ],
    [
      'another with that client id',
      { name: 'Other', clientId: app.clientId },
      'SOLUTION_CLIENT_TAKEN'
    ],
    [
      'one that provides nothing',
      { name: 'Idle', clientId: null, services: [] },
      'SOLUTION_SERVICES_REQUIRED'
    ],
    [
      'a name too long to print',
      { name: 'x'.repeat(201), clientId: null },
      'SOLUTION_TEXT_NOT_ALLOWED'
    ]
  ])('refuse %s', async (_what, changes, code) => {
    const before = await settings()
    expect(codesOf(await add(changes))).toEqual([code])
    expect(await settings()).toEqual(before)
  })

  it('have each name once, in whatever letters', async () => {
    const greek = { services: app.services, clientId: null }
    const first = await add({ ...greek, name: 'ΟΔΟΣ' })
    expect(codesOf(first)).toEqual([])
    const again = await add({ ...greek, name: 'οδοσ', supplier: 'Other' })
    expect(codesOf(again)).toEqual(['SOLUTION_NAME_TAKEN'])
    const added = first?.solutions?.find(({ name }) => name === 'ΟΔΟΣ')
    await remove(String(added?.id).toUpperCase())
  })

  it('are gone once removed, and removing again is no error', async () => {
    const removed = await remove(DEMO_SOLUTION_ID)
    expect(removed?.solutions?.map(({ name }) => name)).toEqual([
      'Riverside Record'
    ])
    const before = await version()
    expect(codesOf(await remove(DEMO_SOLUTION_ID))).toEqual([])
    expect(await version()).toBe(before)
  })

  it.each([['019a8b5e-2c00-7000-8000-00000000ffff'], ['no id at all']])(
    'cannot be removed by an id that is none: %s',
    async (solutionId) => {
      expect(codesOf(await remove(solutionId))).toEqual(['SOLUTION_UNKNOWN'])
    }
  )
})
