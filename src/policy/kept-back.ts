import {
  RECORD_ACCESS_LEVELS,
  type RecordAccessLevel
} from '../vocabulary/access-level.ts'
import { withhold, type Disclosure } from './disclosure.ts'

/** Something an entry holds that its level does not show (R20, R21). */
export interface KeptBack {
  /** Dotted path in the row, as `reaction.description`. */
  readonly field: string
  /** The least level that shows it. */
  readonly requiredLevel: RecordAccessLevel
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (Array.isArray(value) && value.length === 0)

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null

/** Paths of what `before` holds and `after` does not; lists by their items. */
const lostPaths = (before: unknown, after: unknown, path: string): string[] => {
  if (isEmpty(before)) return []
  if (!isObject(before) || !isObject(after)) {
    return before === after ? [] : [path]
  }
  const kept = new Map<string, unknown>(Object.entries(after))
  if (Array.isArray(before)) {
    return kept.size === before.length
      ? before.flatMap((item, index) =>
          lostPaths(item, kept.get(String(index)), path)
        )
      : [path]
  }
  return Object.entries(before).flatMap(([field, value]) =>
    lostPaths(value, kept.get(field), path === '' ? field : `${path}.${field}`)
  )
}

/**
 * What `withhold` takes out of a row at `level`, told from what it leaves; no
 * path when nothing at all is left of the entry.
 */
export const keptBack = <Row extends object>(
  row: Row,
  disclosure: Disclosure<Row>,
  level: RecordAccessLevel
): KeptBack[] => {
  const lostAt = (at: RecordAccessLevel): Set<string> => {
    const kept = withhold(row, disclosure, at)
    return new Set(kept === null ? [''] : lostPaths(row, kept, ''))
  }
  const ladder = RECORD_ACCESS_LEVELS.map((at) => ({ at, lost: lostAt(at) }))
  return [...lostAt(level)]
    .filter((field) => field !== '')
    .map((field) => ({
      field,
      requiredLevel:
        ladder.find(({ lost }) => !lost.has(field) && !lost.has(''))?.at ??
        'FULL'
    }))
}
