import { addDays, type LocalDate } from '../../../vocabulary/partial-date.ts'
import type { DemoIssue, DemoSupply } from './demo-patient.ts'

export const supplyOf = (
  value: number,
  unit: string,
  days: number
): DemoSupply => ({ value, unit, days })

/** So many issues, one every so many days, the first on `first`. */
export const issuesFrom = (
  first: LocalDate,
  count: number,
  everyDays = 28
): DemoIssue[] =>
  Array.from({ length: count }, (_, index) => ({
    on: addDays(first, index * everyDays)
  }))
