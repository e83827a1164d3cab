import { afterAll, beforeAll, expect, it, jest } from '@jest/globals'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { refusalOf } from '../../support/graph-errors.ts'
import { NHS_NUMBERS } from '../../support/people.ts'
import { clientWith } from '../../support/access.ts'
import { connectMigrator, type Migrator } from './migrator.ts'

const NOT_HELD = 'Y99999'
const USER = '555000000099'

let server: TestApp
let migrator: Migrator
beforeAll(async () => {
  server = await startTestApp()
  migrator = await connectMigrator(server.database)
})
afterAll(async () => {
  await migrator.close()
  await server.close()
})

/** The lines of at least `warn` that are logged meanwhile. */
const warningsOf = async (work: () => Promise<unknown>): Promise<string[]> => {
  const lines: string[] = []
  const spy = jest.spyOn(process.stderr, 'write').mockImplementation((line) => {
    lines.push(String(line))
    return true
  })
  server.app.log.level = 'warn'
  try {
    await work()
  } finally {
    server.app.log.level = 'silent'
    spy.mockRestore()
  }
  return lines
}

const countAll = async () => [
  await migrator.count('audit_event'),
  await migrator.count('audit_read')
]

it('staff of a practice that is not held here leave a line, and no row', async () => {
  const token = await server.issue({
    key: 'stranger',
    label: 'Stranger',
    description: 'Of a practice that is not held here',
    kind: 'staff',
    userId: USER,
    roleProfileId: USER,
    odsCode: NOT_HELD,
    roles: ['GP']
  })
  const stranger = clientWith(server.url, token)
  const before = await countAll()
  const warnings = await warningsOf(() =>
    refusalOf(stranger.PatientRecord({ nhsNumber: NHS_NUMBERS.ada }))
  )
  expect(await countAll()).toEqual(before)
  expect(warnings).toHaveLength(1)
  const line: unknown = JSON.parse(warnings.join(''))
  expect(line).toEqual({
    level: 40,
    time: expect.any(Number),
    reqId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    msg: 'a refusal is in no audit chain: of no practice'
  })
})

it('neither those whose practice is held nor nobody leave such a line', async () => {
  const other = await server.clientOf('other-gp')
  const nobody = await server.clientOf()
  const warnings = await warningsOf(async () => {
    await refusalOf(other.PatientRecord({ nhsNumber: NHS_NUMBERS.ada }))
    await refusalOf(nobody.PatientRecord({ nhsNumber: NHS_NUMBERS.ada }))
  })
  expect(warnings).toEqual([])
})
