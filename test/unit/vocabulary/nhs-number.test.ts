import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  nhsNumberCheckDigit,
  parseNhsNumber
} from '../../../src/vocabulary/nhs-number.ts'

describe('an NHS number', () => {
  it.each(['9991230017', '9991230122', '9434765919', '4010232137'])(
    '%s is one',
    (text) => {
      expect(parseNhsNumber(text)).toEqual({ ok: true, value: text })
    }
  )

  it.each([
    ['', 'NOT_TEN_DIGITS'],
    ['999123001', 'NOT_TEN_DIGITS'],
    ['99912300170', 'NOT_TEN_DIGITS'],
    ['999 123 0017', 'NOT_TEN_DIGITS'],
    [' 999123001', 'NOT_TEN_DIGITS'],
    ['9991230017\n', 'NOT_TEN_DIGITS'],
    ['٩٩٩١٢٣٠٠١٧', 'NOT_TEN_DIGITS'],
    ['999123001X', 'NOT_TEN_DIGITS'],
    ['9991230018', 'WRONG_CHECK_DIGIT'],
    ['1234567890', 'WRONG_CHECK_DIGIT']
  ])('%j is none', (text, error) => {
    expect(parseNhsNumber(text)).toEqual({ ok: false, error })
  })

  it('whose check digit would be ten is never issued', () => {
    const first = Array.from({ length: 200 }, (_, n) => String(999_000_000 + n))
    const unissued = first.filter(
      (nine) => nhsNumberCheckDigit(nine) === undefined
    )
    expect(unissued.length).toBeGreaterThan(0)
    for (const nine of unissued) {
      for (let digit = 0; digit < 10; digit += 1) {
        expect(parseNhsNumber(`${nine}${digit}`).ok).toBe(false)
      }
    }
  })

  it('is told from every other with one digit changed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (position, step) => {
          const digits = [...'9991230017'].map(Number)
          digits[position] = ((digits[position] ?? 0) + step) % 10
          expect(parseNhsNumber(digits.join('')).ok).toBe(false)
        }
      )
    )
  })
})
