import type {
  CodeableConcept,
  Coding,
  Identifier,
  Quantity
} from '../../../vocabulary/coding.ts'
import {
  parsePartialDate,
  type PartialDate
} from '../../../vocabulary/partial-date.ts'
import type { SourceElement } from '../bundle/source-element.ts'

const WITHOUT_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?$/

const LONDON_CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'medium'
})

/** A time without its offset was read from a clock in Europe/London. */
const withLondonOffset = (text: string): string => {
  const summer = `${text}+01:00`
  const shown = LONDON_CLOCK.format(new Date(summer))
  return shown === text.slice(0, 19).replace('T', ' ')
    ? summer
    : `${text}+00:00`
}

/** As precise as it was recorded; one that is no date is reported as lost. */
export const toDate = (element: SourceElement): PartialDate | null => {
  const text = element.text()
  if (text === null) return null
  if (WITHOUT_ZONE.test(text) && parsePartialDate(`${text}Z`).ok) {
    return withLondonOffset(text)
  }
  if (parsePartialDate(text).ok) return text
  element.lose('is not a date')
  return null
}

/** The value, if it is one of those known; any other is reported as lost. */
export const toCode = <Code extends string>(
  element: SourceElement,
  known: readonly Code[]
): Code | null => {
  const text = element.text()?.toLowerCase() ?? null
  if (text === null) return null
  const code = known.find((one) => one === text)
  if (code === undefined) element.lose('is not one of the codes known here')
  return code ?? null
}

/** A code of a FHIR code system, alone or in a CodeableConcept. */
export const toConceptCode = <Code extends string>(
  extension: SourceElement,
  known: readonly Code[]
): Code | null => {
  const alone = extension.child('valueCode')
  if (alone.present) return toCode(alone, known)
  const coding = extension.child('valueCodeableConcept').child('coding')
  coding.child('system').settle()
  coding.child('display').settle()
  return toCode(coding.child('code'), known)
}

/** The profiles' own extension, or the spellings that suppliers use. */
const descriptionOf = (
  coding: SourceElement
): Pick<Coding, 'descriptionId' | 'descriptionDisplay'> => {
  const right = coding.extension('coding-sctdescid')
  const extension = right.present ? right : coding.extension('coding-sctdecsid')
  const id = extension.extension('descriptionId')
  const descriptionId = (
    id.child('valueId').present ? id.child('valueId') : id.child('valueString')
  ).text()
  const descriptionDisplay = extension
    .extension('descriptionDisplay')
    .child('valueString')
    .text()
  return {
    ...(descriptionId === null ? {} : { descriptionId }),
    ...(descriptionDisplay === null ? {} : { descriptionDisplay })
  }
}

const toCoding = (element: SourceElement): Coding | null => {
  const system = element.child('system').text()
  const code = element.child('code').text()
  const display = element.child('display').text()
  return system === null || code === null
    ? null
    : { system, code, display, ...descriptionOf(element) }
}

/** Null when it says nothing. Words without a code become the text. */
export const toConcept = (element: SourceElement): CodeableConcept | null => {
  const given = element.child('text').text()
  const words: string[] = []
  const coding: Coding[] = []
  for (const item of element.items('coding')) {
    const one = toCoding(item)
    if (one) {
      coding.push(one)
      continue
    }
    const display = item.child('display').text()
    if (display === null || given !== null) item.lose('has no system and code')
    else item.change('has no system and code; its words are kept as text')
    if (display !== null) words.push(display)
  }
  const text = given ?? (words.join('; ') || null)
  return coding.length === 0 && text === null ? null : { coding, text }
}

/** A concept that has a code: its own, or the one for words alone. */
export const toCodedConcept = (
  element: SourceElement,
  wordsOnly: Coding
): CodeableConcept | null => {
  const concept = toConcept(element)
  if (concept === null || concept.coding.length > 0) return concept
  element.change(`has no code; given ${wordsOnly.code} for words alone`)
  return { coding: [wordsOnly], text: concept.text }
}

/** Usual lengths are below 100; a database index needs some limit. */
const LONGEST_IDENTIFIER = 500

export const toIdentifiers = (owner: SourceElement): Identifier[] =>
  owner.items('identifier').flatMap((element) => {
    const system = element.child('system').text()
    const value = element.child('value').text()
    element.child('use').settle()
    if (system === null || value === null) {
      element.lose('needs both a system and a value')
      return []
    }
    if (system.length + value.length > LONGEST_IDENTIFIER) {
      element.lose('is too long for an identifier')
      return []
    }
    return [{ system, value }]
  })

export const toQuantity = (element: SourceElement): Quantity | null => {
  const value = element.child('value').number()
  if (value === null) return null
  return {
    value,
    unit: element.child('unit').text(),
    system: element.child('system').text(),
    code: element.child('code').text()
  }
}

/** Texts of all notes, a line each. */
export const toNote = (owner: SourceElement): string | null => {
  const texts = owner
    .items('note')
    .flatMap((element) => element.child('text').text() ?? [])
  return texts.length === 0 ? null : texts.join('\n')
}
