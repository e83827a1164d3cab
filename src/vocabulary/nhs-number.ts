import type { Brand } from './brand.ts'
import { err, ok, type Result } from './result.ts'

/** Ten digits, the last of which is the modulus 11 check digit. */
export type NhsNumber = Brand<string, 'NhsNumber'>

type NhsNumberError = 'NOT_TEN_DIGITS' | 'WRONG_CHECK_DIGIT'

const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2]

/** Access Record digest section 6: weights 10..2, 11 counts as 0, 10 never. */
export const nhsNumberCheckDigit = (firstNine: string): number | undefined => {
  const sum = WEIGHTS.reduce(
    (total, weight, index) => total + weight * Number(firstNine[index]),
    0
  )
  const digit = 11 - (sum % 11)
  if (digit === 10) return undefined
  return digit === 11 ? 0 : digit
}

export const parseNhsNumber = (
  text: string
): Result<NhsNumber, NhsNumberError> => {
  if (!/^\d{10}$/.test(text)) return err('NOT_TEN_DIGITS')
  const expected = nhsNumberCheckDigit(text.slice(0, 9))
  if (expected === undefined || expected !== Number(text[9])) {
    return err('WRONG_CHECK_DIGIT')
  }
  return ok(text as NhsNumber)
}
