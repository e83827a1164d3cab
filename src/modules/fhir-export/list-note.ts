import type { ListWarning } from '../../policy/list-warnings.ts'
import { firstDayOf, type PartialDate } from '../../vocabulary/partial-date.ts'

const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec'
]

const EMPTY = 'Information not available'

/** As GP Connect prints it in notes: `dd-Mmm-yyyy`. */
const printedDay = (date: PartialDate): string => {
  const [year, month, day] = firstDayOf(date).split('-')
  return `${day}-${MONTHS[Number(month) - 1]}-${year}`
}

const missingBefore = (registeredFrom: PartialDate | null): string =>
  registeredFrom === null
    ? 'information may be missing.'
    : `information recorded before ${printedDay(registeredFrom)} may be missing.`

/** The interface's own words for each code (digest section 5). */
const WARNING_TEXTS = {
  'confidential-items': () =>
    'Items excluded due to confidentiality and/or patient preferences.',
  'data-in-transit': (registeredFrom) =>
    `Patient record transfer from previous GP practice not yet complete; ${missingBefore(registeredFrom)}`,
  'data-awaiting-filing': (registeredFrom) =>
    `Patient record contains some items in the GP practice workflow that have not been reviewed for inclusion in this message; ${missingBefore(registeredFrom)}`
} as const satisfies Record<
  ListWarning,
  (registeredFrom: PartialDate | null) => string
>

/** The one note of a List, or null when there is nothing to say. */
export const listNote = (options: {
  warnings: readonly ListWarning[]
  isEmpty: boolean
  registeredFrom: PartialDate | null
}): string | null => {
  const texts = [
    ...options.warnings.map((code) =>
      WARNING_TEXTS[code](options.registeredFrom)
    ),
    ...(options.isEmpty ? [EMPTY] : [])
  ]
  return texts.length === 0 ? null : texts.join('\r\n')
}
