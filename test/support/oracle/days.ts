/** Days counted from 1970-01-01, so that nothing here compares dates as text. */
export const dayNumber = (text: string): number =>
  Date.parse(`${text}T00:00:00Z`) / 86_400_000

export const dayText = (number: number): string =>
  new Date(number * 86_400_000).toISOString().slice(0, 10)

const HOUR = 3_600_000

const lastSundayAtOne = (year: number, month: number): number => {
  let day = Date.UTC(year, month, 31, 1)
  while (new Date(day).getUTCDay() !== 0) day -= 24 * HOUR
  return day
}

/** London's clock by the law's own words: summer time from the last Sunday of
 * March to the last of October, 01:00 GMT (as it has been since 1996). */
const londonDayOf = (instant: number): string => {
  const year = new Date(instant).getUTCFullYear()
  const summer =
    instant >= lastSundayAtOne(year, 2) && instant < lastSundayAtOne(year, 9)
  return new Date(instant + (summer ? HOUR : 0)).toISOString().slice(0, 10)
}

/** Every day that a (partial) date may stand for, by looking at each of them. */
export const oracleDaysOf = (partial: string): string[] => {
  if (partial.includes('T')) return [londonDayOf(Date.parse(partial))]
  if (partial.length === 10) return [partial]
  const from = dayNumber(`${partial.slice(0, 4)}-01-01`)
  return Array.from({ length: 366 }, (_, offset) =>
    dayText(from + offset)
  ).filter((day) => day.startsWith(partial))
}

/** Ruling R4: a partial date counts as the first day of its interval. */
export const oracleFirstDay = (partial: string | null): string | null =>
  partial === null ? null : (oracleDaysOf(partial)[0] ?? null)
