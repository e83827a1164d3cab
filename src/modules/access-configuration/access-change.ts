import type { AuditContext } from '../audit/audit.service.ts'
import type { SwitchChange } from '../../policy/configuration-change.ts'
import type { Viewer } from '../../policy/viewer.ts'
import type { LocalDate } from '../../vocabulary/partial-date.ts'
import {
  MAX_REASON_LENGTH,
  recordAccessError,
  type RecordAccessError
} from './access.errors.ts'

/** A change of one switch as it is asked for. */
export interface RecordAccessChange extends SwitchChange {
  readonly reviewConfirmed: boolean
  readonly reason: string | null
  readonly expectedVersion: number
}

/** Who asks, when, and in which request. */
export interface ChangeContext extends AuditContext {
  readonly viewer: Viewer
  readonly today: LocalDate
  readonly requestId: string
}

/** Entries already recorded that rise to documents or full (Ruling R5). */
export interface Rising {
  readonly patients: number
  readonly entries: number
}

export const NOTHING_RISES: Rising = { patients: 0, entries: 0 }

/** The member of staff a change is recorded under. */
export const staffUserOf = ({ viewer }: ChangeContext): string | null =>
  viewer.kind === 'practice-staff' ? viewer.userId : null

/** Ruling R8: a real change takes the version in force. */
export const conflictErrors = (
  { expectedVersion }: Pick<RecordAccessChange, 'expectedVersion'>,
  version: number
): RecordAccessError[] =>
  expectedVersion === version
    ? []
    : [recordAccessError('CONFLICT', { currentVersion: version })]

/** Errors of a real change that the plan itself does not know (R5, R8). */
export const changeErrors = (
  change: RecordAccessChange,
  facts: { version: number; rising: Rising }
): RecordAccessError[] => [
  ...conflictErrors(change, facts.version),
  ...(facts.rising.entries > 0 && !change.reviewConfirmed
    ? [
        recordAccessError('REVIEW_CONFIRMATION_REQUIRED', {
          patientsRising: facts.rising.patients,
          entriesRising: facts.rising.entries
        })
      ]
    : [])
]

/** Whatever is changed with a reason. */
type Reasoned = Pick<RecordAccessChange, 'reason'>

/** Control characters, but for tabs and line ends, and half characters. */
const NOT_PRINTABLE = /[^\P{Cc}\t\r\n]|\p{Cs}/u

export const reasonErrors = ({ reason }: Reasoned): RecordAccessError[] => [
  ...(reason !== null && reason.length > MAX_REASON_LENGTH
    ? [recordAccessError('REASON_TOO_LONG')]
    : []),
  ...(reason !== null && NOT_PRINTABLE.test(reason)
    ? [recordAccessError('REASON_NOT_PRINTABLE')]
    : [])
]

/** What the audit keeps of a reason: nothing of one that was refused. */
export const auditableReason = (change: Reasoned): string | null =>
  reasonErrors(change).length > 0 ? null : change.reason

/** Old and new state for the audit, by switch. */
export const changeDetail = (
  change: RecordAccessChange,
  before: object,
  after: object
): object => ({
  level: change.level,
  enabled: change.enabled,
  startDate: change.startDate,
  reviewConfirmed: change.reviewConfirmed,
  before,
  after
})
