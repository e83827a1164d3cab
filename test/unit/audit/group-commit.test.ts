import { expect, it } from '@jest/globals'
import { createGroupCommit } from '../../../src/modules/audit/group-commit.ts'

/** A writer that ends each batch when it is told to. */
const openWriter = () => {
  const batches: (readonly number[])[] = []
  const ends: ((error?: Error) => void)[] = []
  const write = (items: readonly number[]) =>
    new Promise<void>((done, failed) => {
      batches.push(items)
      ends.push((error) => (error ? failed(error) : done()))
    })
  const end = async (error?: Error) => {
    ends.shift()?.(error)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { batches, write, end }
}

it('writes together whatever came while a batch was being written', async () => {
  const { batches, write, end } = openWriter()
  const add = createGroupCommit(write)
  const first = add([1])
  const others = [add([2]), add([3, 4]), add([5])]
  expect(batches).toEqual([[1]])
  await end()
  await first
  expect(batches).toEqual([[1], [2, 3, 4, 5]])
  await end()
  await Promise.all(others)
})

it('resolves only once the own items are written', async () => {
  const { write, end } = openWriter()
  const add = createGroupCommit(write)
  const done: string[] = []
  const first = add([1]).then(() => done.push('first'))
  const second = add([2]).then(() => done.push('second'))
  await end()
  expect(done).toEqual(['first'])
  await end()
  await Promise.all([first, second])
  expect(done).toEqual(['first', 'second'])
})

it('takes no more callers into a batch than its limit', async () => {
  const { batches, write, end } = openWriter()
  const add = createGroupCommit(write, 2)
  const all = Promise.all([1, 2, 3, 4].map((item) => add([item])))
  await end()
  await end()
  await end()
  await all
  expect(batches).toEqual([[1], [2, 3], [4]])
})

it('fails all of a batch that cannot be written, and tries the next', async () => {
  const { write, end } = openWriter()
  const add = createGroupCommit(write)
  const outcomes = Promise.allSettled([add([1]), add([2]), add([3])])
  await end()
  await end(new Error('disk full'))
  const after = add([4])
  await end()
  await after
  expect((await outcomes).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'rejected'
  ])
})
