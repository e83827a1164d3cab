import { dayNumber } from './days.ts'
import {
  height,
  oracleRung,
  type OracleDates,
  type OracleSides
} from './rung-oracle.ts'

export interface OracleChange {
  readonly level: string
  readonly enabled: boolean
  readonly startDate: string | null
}

/** What is on, by name, each with its start; what is off is not in it. */
export type OracleOn = ReadonlyMap<string, string | null>

/** E00171, E00172, Rulings R2 and R5: why a change cannot be made. */
export const oracleRefusals = (
  on: OracleOn,
  { level, enabled, startDate }: OracleChange,
  limits: { scope: string; birthDate: string | null }
): string[] => {
  if (level === 'PROSPECTIVE' && limits.scope === 'PRACTICE') {
    return ['NOT_A_PRACTICE_SWITCH']
  }
  const takesDate = level === 'FULL_RECORD' || level === 'PROSPECTIVE'
  const refusals: string[] = []
  if (startDate !== null && !(enabled && takesDate)) {
    refusals.push('START_DATE_NOT_APPLICABLE')
  } else if (startDate !== null && limits.birthDate !== null) {
    if (dayNumber(startDate) < dayNumber(limits.birthDate)) {
      refusals.push('START_DATE_BEFORE_BIRTH')
    }
  }
  if (level === 'PROSPECTIVE' && enabled && startDate === null) {
    refusals.push('START_DATE_REQUIRED')
  }
  if (level === 'DOCUMENT' && enabled && !on.has('DETAILED_CODED')) {
    refusals.push('REQUIRES_DETAILED_CODED')
  }
  return refusals
}

/** Ruling R2: what is on after a change that was not refused. */
export const oracleAfter = (
  on: OracleOn,
  { level, enabled, startDate }: OracleChange
): Map<string, string | null> => {
  const after = new Map(on)
  if (enabled) after.set(level, startDate)
  else after.delete(level)
  if (!after.has('DETAILED_CODED')) after.delete('DOCUMENT')
  return after
}

/** Ruling R5: how many entries come to documents or full that were below. */
export const oracleRising = (
  before: OracleSides,
  after: OracleSides,
  entries: readonly OracleDates[]
): number => {
  let rising = 0
  for (const entry of entries) {
    const was = height(oracleRung(before, entry))
    const is = height(oracleRung(after, entry))
    if (is > was && is >= height('DOCUMENTS')) rising += 1
  }
  return rising
}
