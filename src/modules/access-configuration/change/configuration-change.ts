import type { Rising } from '../../../policy/configuration-change.ts'
import type { Viewer } from '../../../policy/viewer.ts'
import type { LocalDate } from '../../../vocabulary/partial-date.ts'
import type { AuditContext } from '../../audit/audit.service.ts'
import {
  MAX_REASON_LENGTH,
  configurationError,
  type ConfigurationError
} from './configuration.errors.ts'

/** What every change of configuration is asked with. */
export interface ChangeRequest {
  readonly reason: string | null
  readonly expectedVersion: number
  /** Only say what would change; nothing is stored, nor audited. */
  readonly dryRun: boolean
}

/** A change by which entries already recorded may rise (Ruling R5). */
export interface ReviewedChangeRequest extends ChangeRequest {
  readonly reviewConfirmed: boolean
}

/** Who asks, when, and in which request. */
export interface ChangeContext extends AuditContext {
  readonly viewer: Viewer
  readonly today: LocalDate
  readonly requestId: string
}

/** The columns of a row that tell of its last change. */
export const changeStamp = (
  { version }: { version: number },
  { clock, viewer }: ChangeContext
): { version: number; updatedAt: Date; updatedBy: string | null } => ({
  version: version + 1,
  updatedAt: clock(),
  updatedBy: viewer.kind === 'practice-staff' ? viewer.userId : null
})

/** Ruling R8: a real change takes the version in force. */
export const conflictErrors = (
  { expectedVersion }: ChangeRequest,
  version: number
): ConfigurationError[] =>
  expectedVersion === version
    ? []
    : [configurationError('CONFLICT', { currentVersion: version })]

/** Ruling R5: entries that rise have to be confirmed as reviewed. */
export const reviewErrors = (
  { reviewConfirmed }: ReviewedChangeRequest,
  { patients, entries }: Rising
): ConfigurationError[] =>
  entries > 0 && !reviewConfirmed
    ? [
        configurationError('REVIEW_CONFIRMATION_REQUIRED', {
          patientsRising: patients,
          entriesRising: entries
        })
      ]
    : []

/** Control characters, but for tabs and line ends, and half characters. */
const NOT_PRINTABLE = /[^\P{Cc}\t\r\n]|\p{Cs}/u

export const reasonErrors = ({
  reason
}: ChangeRequest): ConfigurationError[] => [
  ...(reason !== null && reason.length > MAX_REASON_LENGTH
    ? [configurationError('REASON_TOO_LONG')]
    : []),
  ...(reason !== null && NOT_PRINTABLE.test(reason)
    ? [configurationError('REASON_NOT_PRINTABLE')]
    : [])
]

/** What the audit keeps of a reason: nothing of one that was refused. */
export const auditableReason = (request: ChangeRequest): string | null =>
  reasonErrors(request).length > 0 ? null : request.reason
