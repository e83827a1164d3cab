import {
  parseLocalDate,
  type LocalDate
} from '../../vocabulary/partial-date.ts'
import { err, ok, type Result } from '../../vocabulary/result.ts'
import type { PartRule } from './include-table.ts'
import { isJsonObject, type JsonObject } from './json-object.ts'

/** Inclusive; at least one side is given. */
interface SearchPeriod {
  readonly start: LocalDate | null
  readonly end: LocalDate | null
}

/** By `PartRule.value`; a date and a code are both text, checked already. */
export type PartValue = boolean | number | string | SearchPeriod

/** What was expected in its place. */
type ReadValue = Result<PartValue, string>

const DATE = 'a date as yyyy-mm-dd, not in the future'

const readDate = (value: unknown, today: LocalDate): ReadValue => {
  const date = parseLocalDate(typeof value === 'string' ? value : '')
  return date.ok && date.value <= today ? date : err(DATE)
}

const readPeriod = (value: unknown, today: LocalDate): ReadValue => {
  const expected = err(`a period with start or end, each ${DATE}, in order`)
  if (!isJsonObject(value)) return expected
  const sides = [value.start, value.end].map((side) =>
    side === undefined ? null : readDate(side, today)
  )
  const [start, end] = sides.map((side) =>
    side?.ok && typeof side.value === 'string' ? side.value : null
  )
  const wrong = sides.some((side) => side !== null && !side.ok)
  if (wrong || (!start && !end)) return expected
  if (start && end && start > end) return expected
  return ok({ start: start ?? null, end: end ?? null })
}

const readCode = (value: unknown, codes: readonly string[]): ReadValue =>
  typeof value === 'string' && codes.includes(value)
    ? ok(value)
    : err(`a valueCode of ${codes.join(', ')}`)

/**
 * The value of one part by its rule (Access Record digest 1.3); the error says
 * what was expected.
 */
export const readPartValue = (
  rule: PartRule,
  content: JsonObject,
  today: LocalDate
): ReadValue => {
  switch (rule.value) {
    case 'boolean':
      return typeof content.valueBoolean === 'boolean'
        ? ok(content.valueBoolean)
        : err('a valueBoolean')
    case 'positiveInt':
      return typeof content.valuePositiveInt === 'number' &&
        Number.isInteger(content.valuePositiveInt) &&
        content.valuePositiveInt > 0
        ? ok(content.valuePositiveInt)
        : err('a valuePositiveInt')
    case 'date':
      return readDate(content.valueDate, today)
    case 'period':
      return readPeriod(content.valuePeriod, today)
    case 'code':
      return readCode(content.valueCode, rule.codes ?? [])
  }
}
