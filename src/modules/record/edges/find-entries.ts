import { canFollowEdge } from '../../../policy/edge-access.ts'
import { AREA_READERS } from '../area-reader.ts'
import { HELD_AREAS, type HeldArea } from '../areas.ts'
import { ENTRY_PLACES, type EntryKindName } from '../entry-kinds.ts'
import { ENTRY_TYPES, type RecordEntry } from '../record-entry.view.ts'
import type { RecordReader } from '../record.service.ts'

/** Where an edge leads; whether it may be followed is still to be decided. */
export interface EdgeTarget {
  readonly kind: EntryKindName
  readonly id: string
}

/** Parts of entries are not found by themselves. */
const areaOf = ({ kind }: EdgeTarget): HeldArea | undefined =>
  Object.hasOwn(ENTRY_TYPES, kind)
    ? HELD_AREAS.find((area) => area === ENTRY_PLACES[kind].area)
    : undefined

/**
 * The entries at the other ends of edges, as far as they may be seen: one that
 * is hidden, or out of reach, is just absent (Rulings R15, R19, R21).
 */
export const findEntries = async (
  records: RecordReader,
  from: RecordEntry,
  targets: readonly EdgeTarget[]
): Promise<RecordEntry[]> => {
  const { scope } = from
  const found = await Promise.all(
    targets.map((target) => {
      const area = areaOf(target)
      if (!area || !canFollowEdge(scope.permissions, from, area)) return null
      return AREA_READERS[area].find(records, scope, target.id)
    })
  )
  return found.filter((entry) => entry !== null)
}
