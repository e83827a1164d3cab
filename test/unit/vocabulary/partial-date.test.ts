import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  addDays,
  ageOn,
  firstDayOf,
  lastDayOf,
  londonDateOf,
  parseLocalDate,
  parsePartialDate
} from '../../../src/vocabulary/partial-date.ts'
import { dayNumber, dayText, oracleDaysOf } from '../../support/oracle/days.ts'

const day = fc
  .integer({ min: dayNumber('1996-01-01'), max: dayNumber('2037-12-31') })
  .map(dayText)

describe('the day of a moment in London', () => {
  it.each([
    ['2024-07-01T23:30:00Z', '2024-07-02'],
    ['2024-07-01T22:59:59Z', '2024-07-01'],
    ['2024-01-01T23:30:00Z', '2024-01-01'],
    ['2024-07-01T00:30:00+01:00', '2024-07-01'],
    ['2024-03-31T00:59:59Z', '2024-03-31'],
    ['2024-10-26T23:30:00Z', '2024-10-27'],
    ['2024-10-27T23:30:00Z', '2024-10-27'],
    ['2024-03-01T04:30:00+05:00', '2024-02-29'],
    ['2024-02-29T23:30:00.123-01:00', '2024-03-01']
  ])('%s is %s', (text, expected) => {
    expect(londonDateOf(new Date(text))).toBe(expected)
    expect(firstDayOf(text)).toBe(expected)
    expect(lastDayOf(text)).toBe(expected)
  })
})

describe('a partial date', () => {
  it.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2000-02', '2000-02-01', '2000-02-29'],
    ['2024-11', '2024-11-01', '2024-11-30'],
    ['2024-03-01', '2024-03-01', '2024-03-01']
  ])('%s stands for %s to %s (R4)', (text, first, last) => {
    expect(parsePartialDate(text)).toEqual({ ok: true, value: text })
    expect(firstDayOf(text)).toBe(first)
    expect(lastDayOf(text)).toBe(last)
  })

  it('stands for the first to the last day that it could mean', () => {
    const instant = fc
      .tuple(day, fc.integer({ min: 0, max: 1439 }))
      .map(
        ([date, minutes]) =>
          `${new Date(Date.parse(date) + minutes * 60_000).toISOString().slice(0, 19)}Z`
      )
    const partial = fc.oneof(
      day.map((text) => text.slice(0, 4)),
      day.map((text) => text.slice(0, 7)),
      day,
      instant
    )
    fc.assert(
      fc.property(partial, (text) => {
        expect(parsePartialDate(text).ok).toBe(true)
        const days = oracleDaysOf(text)
        expect(firstDayOf(text)).toBe(days[0])
        expect(lastDayOf(text)).toBe(days.at(-1))
      }),
      { numRuns: 300 }
    )
  })

  it.each([
    '',
    '24',
    '02/2024',
    '2024-13',
    '2024-00',
    '2024-02-30',
    '2023-02-29',
    '2024-04-31',
    '2024-01-00',
    '0000',
    '2024-2',
    '2024-02-29T10:00',
    '2024-02-29T10:00:00',
    '2024-02-29T25:00:00Z',
    '2024-02-29T10:61:00Z',
    '2024-02-29 10:00:00Z',
    '2024-02-29T10:00:00Z ',
    '2024-02-29Z',
    ' 2024'
  ])('%j is none', (text) => {
    expect(parsePartialDate(text)).toEqual({
      ok: false,
      error: 'NOT_A_PARTIAL_DATE'
    })
  })
})

describe('a calendar day', () => {
  it('is one exactly when the calendar has it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1896, max: 2104 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, date) => {
          const two = (part: number) => String(part).padStart(2, '0')
          const text = `${year}-${two(month)}-${two(date)}`
          const real = new Date(Date.UTC(year, month - 1, date))
          expect(parseLocalDate(text).ok).toBe(
            real.toISOString().slice(0, 10) === text
          )
        }
      ),
      { numRuns: 500 }
    )
  })

  it.each(['2024', '2024-02', '2024-02-29T10:00:00Z', '2024-2-1', 'today'])(
    '%j is none',
    (text) => {
      expect(parseLocalDate(text)).toEqual({ ok: false, error: 'NOT_A_DATE' })
    }
  )

  it('moves over months, years and changes of the clock', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01')
    expect(addDays('2024-03-30', 2)).toBe('2024-04-01')
    expect(addDays('2024-10-26', 2)).toBe('2024-10-28')
  })
})

describe('an age', () => {
  it.each([
    ['2008-03-01', '2024-02-29', 15],
    ['2008-03-01', '2024-03-01', 16],
    ['2008-02-29', '2024-02-28', 15],
    ['2008-02-29', '2024-02-29', 16],
    ['2008-02-29', '2025-02-28', 16],
    ['2008-02-29', '2025-03-01', 17],
    ['2024-03-01', '2024-03-01', 0]
  ])('born %s, on %s: %i', (born, today, age) => {
    expect(ageOn(born, today)).toBe(age)
  })
})
