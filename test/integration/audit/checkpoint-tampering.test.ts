import { createSecretKey, randomBytes } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals'
import { deriveAuditKeys } from '../../../src/modules/audit/audit-keys.ts'
import { toVerdictLine } from '../../../src/modules/audit/verdict.ts'
import { verifyAuditChains } from '../../../src/modules/audit/verify.service.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { liveABusyDay } from './busy-day.ts'
import { findingsOf, verdictsOf } from './verdicts.ts'

let server: TestApp
let path: string
let text: string
/** Every chain of both practices with its last row. */
let ends: [string, number][]

beforeAll(async () => {
  server = await startTestApp({ tampering: true })
  await liveABusyDay(server)
  // What is noted for the checkpoint is written.
  await server.app.close()
  path = server.audit.checkpointFile
  text = await readFile(path, 'utf8')
  ends = (await verdictsOf(server)).map(({ practice, chain, rows }) => [
    `${practice} ${chain}`,
    rows
  ])
})
afterEach(() => writeFile(path, text))
afterAll(() => server.close())

/** The same finding of every chain, at its end. */
const everywhere = (kind: string) =>
  Object.fromEntries(ends.map(([name, seq]) => [name, { kind, seq }]))

/** The last digit of a match made another. */
const withOtherDigit = (pattern: RegExp): string =>
  text.replace(pattern, (found) =>
    found.replace(/.$/, (digit) => (digit === '1' ? '2' : '1'))
  )

it.each([
  ['of a place', /"seq": \d+/],
  ['of a seal', /"hash": "[0-9a-f]/],
  ['of its signature', /"signature": "[0-9a-f]/],
  ['of its time', /"written": "\d/]
])('one digit %s changed is found', async (_where, pattern) => {
  const changed = withOtherDigit(pattern)
  expect(changed).not.toBe(text)
  await writeFile(path, changed)
  expect(await findingsOf(server)).toEqual(everywhere('CHECKPOINT_FORGED'))
})

it('a checkpoint of another key is found', async () => {
  const { chain } = server.audit.keys
  const { checkpoint } = deriveAuditKeys(createSecretKey(randomBytes(32)))
  const settings = { ...server.audit, keys: { chain, checkpoint } }
  const verdicts = await verifyAuditChains(server.orm.em, settings)
  expect(verdicts.map(({ finding }) => finding?.kind)).toEqual(
    ends.map(() => 'CHECKPOINT_FORGED')
  )
})

it('with another key nothing is right from the first row on', async () => {
  const keys = deriveAuditKeys(createSecretKey(randomBytes(32)))
  const settings = { ...server.audit, keys }
  const verdicts = await verifyAuditChains(server.orm.em, settings)
  expect(verdicts.map(({ finding }) => finding)).toEqual(
    ends.map(() => ({ kind: 'ROW_ALTERED', seq: 1 }))
  )
})

it('a checkpoint that is gone is found, and said in plain words', async () => {
  await rm(path)
  expect(await findingsOf(server)).toEqual(everywhere('CHECKPOINT_MISSING'))
  const [first] = (await verdictsOf(server)).map(toVerdictLine)
  expect(first).toMatch(/^A81001 changes: row \d+ and those before it have no/)
})
