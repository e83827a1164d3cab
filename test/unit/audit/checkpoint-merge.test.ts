import { expect, it } from '@jest/globals'
import { mergeHeads } from '../../../src/modules/audit/checkpoint-merge.ts'
import type { CheckpointHead } from '../../../src/modules/audit/checkpoint-file.ts'
import type { AuditHead } from '../../../src/modules/audit/chain.ts'

const head = (
  seq: number,
  {
    hash = seq,
    ...name
  }: Partial<Pick<AuditHead, 'chain' | 'practiceId'>> & {
    hash?: number
  } = {}
): AuditHead => ({
  practiceId: 'elm',
  chain: 'changes',
  seq,
  hash: Buffer.alloc(32, hash),
  ...name
})

const held = (...heads: readonly AuditHead[]): CheckpointHead[] =>
  heads.map((one) => ({ ...one, hash: one.hash.toString('hex') }))

it('takes in what is new, and what has come further', () => {
  const reads = head(1, { chain: 'reads' })
  const mill = head(2, { practiceId: 'mill' })
  const merged = mergeHeads(held(head(3), mill), [head(4), reads])
  expect(merged).toEqual(held(head(4), mill, reads))
})

it.each([
  ['nothing', []],
  ['the same', [head(3)]],
  ['an older one', [head(2)]],
  ['another at the same place', [head(3, { hash: 9 })]]
])('stays as it is when %s is brought', (_what, brought) => {
  const before = held(head(3))
  const merged = mergeHeads(before, brought)
  expect(merged).toEqual(before)
  expect(merged[0]).toBe(before[0])
})

it('does not go on from a row that is lost, but elsewhere', () => {
  const reads = head(1, { chain: 'reads' })
  const before = held(head(3), reads)
  const further = { ...reads, seq: 2 }
  expect(mergeHeads(before, [head(4), further], held(head(3)))).toEqual(
    held(head(3), further)
  )
})
