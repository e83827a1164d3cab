import { createSecretKey } from 'node:crypto'
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import {
  readCheckpoint,
  writeCheckpoint,
  type Checkpoint
} from '../../../src/modules/audit/checkpoint-file.ts'

const key = createSecretKey(Buffer.alloc(32, 1))
const otherKey = createSecretKey(Buffer.alloc(32, 2))

const CHECKPOINT: Checkpoint = {
  begun: '2026-11-23T12:00:00.000Z',
  written: '2026-11-23T12:00:01.000Z',
  begunOver: [],
  accepted: null,
  heads: [
    { practiceId: 'elm', chain: 'changes', seq: 12, hash: 'ab'.repeat(32) },
    { practiceId: 'elm', chain: 'reads', seq: 7, hash: 'cd'.repeat(32) }
  ]
}

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gp-connect-checkpoint-'))
  path = join(folder, 'audit', 'checkpoint.json')
})
afterEach(() => rm(folder, { recursive: true }))

it('is read as it was written, by its owner alone', async () => {
  await writeCheckpoint(path, key, CHECKPOINT)
  expect(await readCheckpoint(path, key)).toEqual({
    state: 'SIGNED',
    checkpoint: CHECKPOINT
  })
  expect((await stat(path)).mode & 0o077).toBe(0)
})

it('is replaced as a whole, and leaves no draft behind', async () => {
  await writeCheckpoint(path, key, CHECKPOINT)
  await writeCheckpoint(path, key, { ...CHECKPOINT, heads: [] })
  expect(await readCheckpoint(path, key)).toMatchObject({
    checkpoint: { heads: [] }
  })
  expect(await readdir(join(folder, 'audit'))).toEqual(['checkpoint.json'])
})

it('that cannot be written leaves nothing behind', async () => {
  await mkdir(path, { recursive: true })
  await expect(writeCheckpoint(path, key, CHECKPOINT)).rejects.toMatchObject({
    code: expect.stringMatching(/^E/)
  })
  expect(await readdir(join(folder, 'audit'))).toEqual(['checkpoint.json'])
})

it('that is not there is missing, and one that cannot be read an error', async () => {
  expect(await readCheckpoint(path, key)).toEqual({ state: 'MISSING' })
  await mkdir(path, { recursive: true })
  await expect(readCheckpoint(path, key)).rejects.toThrow(/EISDIR/)
})

describe('a checkpoint is forged', () => {
  const spoil = async (change: (text: string) => string) => {
    await writeCheckpoint(path, key, CHECKPOINT)
    await writeFile(path, change(await readFile(path, 'utf8')))
  }

  it.each<[string, (text: string) => string]>([
    ['with one digit of a place changed', (text) => text.replace('12', '11')],
    [
      'with one digit of a seal changed',
      (text) => text.replace('abab', 'abac')
    ],
    [
      'accepted by hand',
      (text) => text.replace('"accepted": null', '"accepted": "2026"')
    ],
    ['with another time', (text) => text.replace('12:00:01', '12:00:02')],
    [
      'without one of its chains',
      (text) =>
        JSON.stringify(JSON.parse(text), (name, value) =>
          name === 'heads' ? value.slice(1) : value
        )
    ],
    [
      'with its signature cut short',
      (text) => text.replace(/("signature": "\w{62})\w\w/, '$1')
    ],
    ['without a signature', (text) => text.replace(/\w{64}"\n/, '"\n')],
    ['with more in it', (text) => text.replace('{', '{ "more": 1,')],
    ['that is not whole', (text) => text.slice(0, -20)],
    ['that is empty', () => '']
  ])('%s', async (_how, change) => {
    await spoil(change)
    expect(await readCheckpoint(path, key)).toEqual({ state: 'FORGED' })
  })

  it('of another key', async () => {
    await writeCheckpoint(path, otherKey, CHECKPOINT)
    expect(await readCheckpoint(path, key)).toEqual({ state: 'FORGED' })
  })
})
