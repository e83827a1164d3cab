import type { CheckpointHead } from './checkpoint-file.ts'
import { headKey, type AuditHead } from './chain.ts'

export const toCheckpointHead = ({
  practiceId,
  chain,
  seq,
  hash
}: AuditHead): CheckpointHead => ({
  practiceId,
  chain,
  seq,
  hash: hash.toString('hex')
})

/**
 * The file's heads when a process brings its own: each only ever goes forward,
 * and not from a row that is lost, or a tail that was cut off would be
 * forgotten once the chain has grown again (Ruling R33).
 */
export const mergeHeads = (
  held: readonly CheckpointHead[],
  brought: readonly AuditHead[],
  lost: readonly CheckpointHead[] = []
): CheckpointHead[] => {
  const merged = new Map(held.map((head) => [headKey(head), head]))
  const fixed = new Set(lost.map(headKey))
  for (const head of brought) {
    const key = headKey(head)
    const known = merged.get(key)
    if (fixed.has(key) || (known && known.seq >= head.seq)) continue
    merged.set(key, toCheckpointHead(head))
  }
  return [...merged.values()]
}
