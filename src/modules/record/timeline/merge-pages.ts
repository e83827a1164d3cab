import type { EntryPosition } from '../area.ts'
import type { EntryPage, PlacedEntry } from '../area-reader.ts'

/** The order of every list: clinical date descending, undated last, then id. */
export const comparePositions = (
  one: EntryPosition,
  other: EntryPosition
): number => {
  if (one.clinicalDate !== other.clinicalDate) {
    if (one.clinicalDate === null) return 1
    if (other.clinicalDate === null) return -1
    return one.clinicalDate > other.clinicalDate ? -1 : 1
  }
  if (one.id === other.id) return 0
  return one.id < other.id ? -1 : 1
}

const earliest = (
  positions: readonly (EntryPosition | null)[]
): EntryPosition | null =>
  positions.reduce<EntryPosition | null>(
    (first, position) =>
      position && (!first || comparePositions(position, first) < 0)
        ? position
        : first,
    null
  )

/**
 * One page of several areas' pages of the same start and length. Nothing past
 * the place to which every area was read is on it, for there another area may
 * have more.
 */
export const mergePages = (
  pages: readonly EntryPage[],
  length: number
): EntryPage => {
  const readTo = earliest(pages.map(({ end }) => end))
  const known: PlacedEntry[] = pages
    .flatMap(({ entries }) => entries)
    .filter(
      ({ position }) => !readTo || comparePositions(position, readTo) <= 0
    )
    .toSorted((one, other) => comparePositions(one.position, other.position))
  const entries = known.slice(0, length)
  const isCut = known.length > length
  const last = entries.at(-1)
  return {
    entries,
    hasMore: isCut || readTo !== null,
    end: isCut && last ? last.position : readTo
  }
}
