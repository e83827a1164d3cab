import {
  isAtLeast,
  type RecordAccessLevel
} from '../vocabulary/access-level.ts'
import type { LocalDate } from '../vocabulary/partial-date.ts'
import {
  levelOfEntry,
  startDatesOf,
  type RecordPermissions
} from './effective-permissions.ts'
import type { EntryDates } from './switch-grants.ts'

/** Null: nothing is seen, whatever the dates. */
type Seen = RecordPermissions | null

/** Before any start date there can be. */
const BEGINNING: LocalDate = '0001-01-01'

/**
 * Entries of every kind that the two can treat differently: a level changes
 * only at a start date, and a date may be missing (Ruling R4).
 */
const entriesToTry = (one: Seen, other: Seen): EntryDates[] => {
  const starts = [one, other].flatMap((seen) =>
    seen ? startDatesOf(seen) : []
  )
  const days = [null, BEGINNING, ...new Set(starts)]
  return days.flatMap((clinicalDate) =>
    days.map((recordedDate) => ({ clinicalDate, recordedDate }))
  )
}

const levelIn = (seen: Seen, dates: EntryDates): RecordAccessLevel =>
  seen ? levelOfEntry(seen, dates) : 'NONE'

/** Whether entries of some dates are seen at a higher, or a lower, level. */
export const comparePermissions = (
  before: Seen,
  after: Seen
): { readonly more: boolean; readonly less: boolean } => {
  const levels = entriesToTry(before, after).map((dates) => ({
    was: levelIn(before, dates),
    is: levelIn(after, dates)
  }))
  return {
    more: levels.some(({ was, is }) => !isAtLeast(was, is)),
    less: levels.some(({ was, is }) => !isAtLeast(is, was))
  }
}

/**
 * Ruling R5: whether entries of some dates could rise to documents or full.
 * When none can, no record has to be looked at.
 */
export const canAnyRise = (before: Seen, after: Seen): boolean =>
  entriesToTry(before, after).some((dates) => {
    const level = levelIn(after, dates)
    return (
      isAtLeast(level, 'DOCUMENTS') && !isAtLeast(levelIn(before, dates), level)
    )
  })
