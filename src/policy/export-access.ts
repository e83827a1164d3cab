import { isAtLeast } from '../vocabulary/access-level.ts'
import { SUMMARY_RESOURCE_TYPES } from './clinical-area-table.ts'
import type { EntryMark, HiddenCause } from './closure.ts'
import { ALLOWED, denied, type Decision } from './decision.ts'
import {
  highestPossibleLevel,
  type RecordPermissions
} from './effective-permissions.ts'
import type { EntryFacts } from './record-access.ts'

/** Marks that FHIR has a label for, so that staff's export may carry them. */
const LABELLED: readonly EntryMark[] = ['RESTRICTED', 'STAFF_CONFIDENTIAL']

/**
 * Access Record digest section 3: drafts, diary entries, what is not filed or
 * reviewed, and errors are in no export, not even in staff's.
 */
export const canExportEntry = (hiddenBy: readonly HiddenCause[]): Decision => {
  const cause = hiddenBy.find(({ mark }) => !LABELLED.includes(mark))
  return cause ? denied(cause.mark) : ALLOWED
}

/**
 * Ruling R17: exported as NOPAT, which fits both flags. What only inherits a
 * flag is labelled too: a receiver does not know our closure.
 */
export const isKeptFromPatient = (hiddenBy: readonly HiddenCause[]): boolean =>
  hiddenBy.some(({ mark }) => LABELLED.includes(mark))

/**
 * Candidates of a List that it does not hold: for staff, who are sent what
 * citizens are not, only what no export carries. Input of `listWarnings`.
 */
export const missingCandidates = <Facts extends EntryFacts>(
  permissions: RecordPermissions,
  candidates: readonly Facts[]
): readonly Facts[] =>
  permissions.kind === 'WHOLE_RECORD'
    ? candidates.filter(({ hiddenBy }) => !canExportEntry(hiddenBy).allowed)
    : candidates

/**
 * Ruling R21 for what is no entry: at summary the Bundle has resources of the
 * summary set alone, so no Location and no reference to one.
 */
export const canExportResourceType = (
  permissions: RecordPermissions,
  resourceType: string
): Decision => {
  const inSummary = SUMMARY_RESOURCE_TYPES.some((type) => type === resourceType)
  const required = inSummary ? 'SUMMARY' : 'DETAILED'
  return isAtLeast(highestPossibleLevel(permissions), required)
    ? ALLOWED
    : denied('LEVEL_TOO_LOW')
}

/** Level table of the digest: without any rung not even demographics. */
export const canViewDemographics = (permissions: RecordPermissions): Decision =>
  canExportResourceType(permissions, 'Patient')
