interface Waiting<Item> {
  readonly items: readonly Item[]
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

/**
 * Writes many small things as few large ones: what comes while a batch is
 * being written waits and goes into the next. Resolves once the caller's own
 * items are written, and rejects when their batch could not be; the next
 * batch is tried anew. `limit` is of callers in one batch.
 */
export const createGroupCommit = <Item>(
  write: (items: readonly Item[]) => Promise<void>,
  limit = Number.POSITIVE_INFINITY
): ((items: readonly Item[]) => Promise<void>) => {
  const queue: Waiting<Item>[] = []
  let isWriting = false

  const writeBatch = async (batch: readonly Waiting<Item>[]): Promise<void> => {
    try {
      await write(batch.flatMap(({ items }) => items))
      for (const { done } of batch) done()
    } catch (error) {
      for (const { failed } of batch) failed(error)
    }
  }

  const writeAll = async (): Promise<void> => {
    isWriting = true
    while (queue.length > 0) {
      await writeBatch(queue.splice(0, Math.min(limit, queue.length)))
    }
    isWriting = false
  }

  return (items) =>
    new Promise((done, failed) => {
      queue.push({ items, done, failed })
      if (!isWriting) void writeAll()
    })
}
