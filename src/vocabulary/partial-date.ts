import { err, ok, type Result } from './result.ts'

/** A calendar day, `yyyy-mm-dd`, in Europe/London. Compares as text. */
export type LocalDate = string

/**
 * A moment as precise as it was recorded: `yyyy`, `yyyy-mm`, `yyyy-mm-dd`, or
 * a full date-time with its offset (FHIR STU3 `dateTime`). Stays as recorded.
 */
export type PartialDate = string

const PARTIAL =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/

const LONDON = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit'
})

export const londonDateOf = (instant: Date): LocalDate => LONDON.format(instant)

const daysInMonth = (year: number, month: number): number => {
  const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && leap ? 29 : days
}

const isCalendarDay = (text: string): boolean => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return year >= 1 && day >= 1 && day <= daysInMonth(year, month)
}

export const parseLocalDate = (
  text: string
): Result<LocalDate, 'NOT_A_DATE'> =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && isCalendarDay(text)
    ? ok(text)
    : err('NOT_A_DATE')

export const parsePartialDate = (
  text: string
): Result<PartialDate, 'NOT_A_PARTIAL_DATE'> => {
  const match = PARTIAL.exec(text)
  if (!match) return err('NOT_A_PARTIAL_DATE')
  const [, year, month = '01', day = '01', time] = match
  const isDay = isCalendarDay(`${year}-${month}-${day}`)
  const isTime = !time || !Number.isNaN(Date.parse(text))
  return isDay && isTime ? ok(text) : err('NOT_A_PARTIAL_DATE')
}

/** Ruling R4: a partial date counts as the first day of its interval. */
export const firstDayOf = (date: PartialDate): LocalDate => {
  if (date.length > 10) return londonDateOf(new Date(date))
  if (date.length === 10) return date
  return date.length === 7 ? `${date}-01` : `${date}-01-01`
}

/** Last day of the interval a (partial) date stands for; filters overlap. */
export const lastDayOf = (date: PartialDate): LocalDate => {
  if (date.length >= 10) return firstDayOf(date)
  if (date.length === 4) return `${date}-12-31`
  const [year = 0, month = 0] = date.split('-').map(Number)
  return `${date}-${String(daysInMonth(year, month)).padStart(2, '0')}`
}

export const addDays = (date: LocalDate, days: number): LocalDate => {
  const instant = new Date(`${date}T00:00:00Z`)
  instant.setUTCDate(instant.getUTCDate() + days)
  return instant.toISOString().slice(0, 10)
}

/** Whole years from `birthDate` to `today`; 29 February ages on 1 March. */
export const ageOn = (birthDate: LocalDate, today: LocalDate): number => {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years
}
