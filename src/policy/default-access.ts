import type { RecordAccessSwitch } from '../vocabulary/access-level.ts'
import type { LocalDate } from '../vocabulary/partial-date.ts'
import { err, ok, type Result } from '../vocabulary/result.ts'
import {
  switchPolicy,
  type PatientRecordAccess
} from './record-access-switches.ts'

/** A switch that is on for patients who are enabled from now on. */
export interface DefaultSwitch {
  readonly level: RecordAccessSwitch
  /** `PROSPECTIVE` without one: from the day the patient is enabled. */
  readonly startDate: LocalDate | null
}

/** What a newly enabled patient gets where staff set nothing (R14). */
export interface DefaultAccess {
  readonly switches: readonly DefaultSwitch[]
  readonly prescriptionOrdering: boolean
}

/** Every fault of a practice's defaults (Rulings R2, R4). */
export type DefaultAccessError =
  'LEVEL_TWICE' | 'START_DATE_NOT_APPLICABLE' | 'REQUIRES_DETAILED_CODED'

/** Ruling R2 holds for defaults as for what is in force. */
export const checkDefaultAccess = (
  access: DefaultAccess
): Result<DefaultAccess, readonly DefaultAccessError[]> => {
  const levels = access.switches.map(({ level }) => level)
  const errors: DefaultAccessError[] = []
  if (new Set(levels).size < levels.length) errors.push('LEVEL_TWICE')
  if (
    access.switches.some(
      ({ level, startDate }) =>
        startDate !== null && switchPolicy(level).startDate === 'NONE'
    )
  ) {
    errors.push('START_DATE_NOT_APPLICABLE')
  }
  if (levels.includes('DOCUMENT') && !levels.includes('DETAILED_CODED')) {
    errors.push('REQUIRES_DETAILED_CODED')
  }
  return errors.length > 0 ? err(errors) : ok(access)
}

/**
 * Ruling R14: what a patient who is enabled `today` has with these defaults:
 * they fill only the switches that staff never set.
 */
export const withDefaults = (
  access: PatientRecordAccess,
  { switches }: DefaultAccess,
  today: LocalDate
): PatientRecordAccess => {
  const filled = switches
    .filter(({ level }) => access[level].changedOn === null)
    .map(({ level, startDate }) => {
      const from = level === 'PROSPECTIVE' ? (startDate ?? today) : startDate
      return [level, { enabled: true, startDate: from, changedOn: today }]
    })
  return { ...access, ...Object.fromEntries(filled) }
}
