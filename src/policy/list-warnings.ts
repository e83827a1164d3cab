import type { EntryMark, HiddenCause } from './closure.ts'
import type { RecordPermissions } from './effective-permissions.ts'
import { levelShownAt, type EntryFacts } from './record-access.ts'

/** List warning codes of GP Connect (Access Record digest section 5). */
export type ListWarning =
  'confidential-items' | 'data-in-transit' | 'data-awaiting-filing'

const CONFIDENTIAL: readonly EntryMark[] = ['RESTRICTED', 'STAFF_CONFIDENTIAL']
const AWAITING: readonly EntryMark[] = ['UNFILED', 'UNREVIEWED']

const warningOf = (causes: readonly HiddenCause[]): ListWarning | null => {
  const marks = causes.map(({ mark }) => mark)
  const known = [...CONFIDENTIAL, ...AWAITING]
  if (marks.length === 0 || !marks.every((mark) => known.includes(mark))) {
    return null
  }
  return marks.some((mark) => CONFIDENTIAL.includes(mark))
    ? 'confidential-items'
    : 'data-awaiting-filing'
}

/** Without the marks that signal, it would be there to bring its course. */
const wouldCount = ({ hiddenBy }: EntryFacts): boolean =>
  hiddenBy.length === 0 || warningOf(hiddenBy) !== null

/**
 * Ruling R18: the warnings of one List. `candidates` are the entries it could
 * have held, hidden ones included; a hidden one counts only if nothing but
 * its marks keeps it back. Drafts, diary entries and errors never signal.
 */
export const listWarnings = (options: {
  permissions: RecordPermissions
  candidates: readonly EntryFacts[]
  transferPending: boolean
  signalHiddenItems: boolean
}): ListWarning[] => {
  const { permissions, candidates, transferPending } = options
  const signalled = new Set<ListWarning>()
  if (options.signalHiddenItems) {
    for (const facts of candidates) {
      const warning = warningOf(facts.hiddenBy)
      const level = levelShownAt(permissions, facts, wouldCount)
      if (warning && level !== 'NONE') signalled.add(warning)
    }
  }
  if (transferPending) signalled.add('data-in-transit')
  const order: readonly ListWarning[] = [
    'confidential-items',
    'data-in-transit',
    'data-awaiting-filing'
  ]
  return order.filter((warning) => signalled.has(warning))
}
