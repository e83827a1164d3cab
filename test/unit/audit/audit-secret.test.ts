import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { deriveAuditKeys } from '../../../src/modules/audit/audit-keys.ts'
import {
  getAuditSecret,
  parseAuditKey,
  type AuditKeySource
} from '../../../src/modules/audit/audit-secret.ts'

let folder: string
let said: string[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gp-connect-secret-'))
  said = []
})
afterEach(() => rm(folder, { recursive: true }))

const textOf = async (source: AuditKeySource, make = true): Promise<string> => {
  const say = (line: string) => void said.push(line)
  const options = { dataDirectory: folder, make, say }
  const secret = await getAuditSecret(source, options)
  return secret.export().toString('base64')
}

const SECRET = randomBytes(32).toString('base64')

describe('a secret in the data directory', () => {
  it('is made once, long and for its owner alone', async () => {
    const made = await textOf({ from: 'data-directory' })
    expect(Buffer.from(made, 'base64').length).toBeGreaterThanOrEqual(32)
    expect(await textOf({ from: 'data-directory' })).toBe(made)
    expect((await stat(join(folder, 'audit', 'key'))).mode & 0o077).toBe(0)
    expect(said).toEqual([])
  })

  it('is never made for who only verifies', async () => {
    const source = { from: 'data-directory' } as const
    await expect(textOf(source, false)).rejects.toThrow(/There is no audit key/)
    expect(await readdir(folder)).toEqual([])
    const made = await textOf(source)
    expect(await textOf(source, false)).toBe(made)
  })

  it('is one, however many want it at once', async () => {
    const source = { from: 'data-directory' } as const
    const made = await Promise.all([textOf(source), textOf(source)])
    expect(new Set(made).size).toBe(1)
    expect(await readdir(join(folder, 'audit'))).toEqual(['key'])
  })
})

describe('a secret in a file of its own', () => {
  it('is taken, with a word on who else can read it', async () => {
    const path = join(folder, 'secret')
    await writeFile(path, `${SECRET}\n`, { mode: 0o600 })
    expect(await textOf({ from: 'file', path })).toBe(SECRET)
    expect(said).toEqual([])
    await chmod(path, 0o644)
    expect(await textOf({ from: 'file', path })).toBe(SECRET)
    expect(said).toHaveLength(1)
    expect(said[0]).not.toContain(SECRET)
  })

  it('that is too short is refused without being repeated', async () => {
    const path = join(folder, 'secret')
    await writeFile(path, 'c2hvcnQ=', { mode: 0o600 })
    const refused = textOf({ from: 'file', path })
    await expect(refused).rejects.toThrow(/at least 32 random bytes/)
    await expect(refused).rejects.not.toThrow(/c2hvcnQ/)
  })
})

it.each([
  ['', 'nothing'],
  ['c2hvcnQ=', 'too few bytes'],
  ['-'.repeat(44), 'no base64'],
  [`${SECRET} `, 'more than base64']
])('%j is no key: %s', (text) => {
  expect(parseAuditKey(text)).toBeNull()
})

it('makes two keys of one secret, always the same', () => {
  const secret = parseAuditKey(SECRET)
  if (!secret) throw new Error('No key')
  const { chain, checkpoint } = deriveAuditKeys(secret)
  expect(chain.equals(checkpoint)).toBe(false)
  expect(chain.equals(secret)).toBe(false)
  expect(deriveAuditKeys(secret).chain.equals(chain)).toBe(true)
})
