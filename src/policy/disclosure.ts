import {
  isAtLeast,
  type RecordAccessLevel
} from '../vocabulary/access-level.ts'
import type { CodeableConcept } from '../vocabulary/coding.ts'

/**
 * How one field of a row is treated below full (Ruling R20, an allow-list:
 * a field without a class does not compile).
 * - `always`: code, number with unit, date, enum, identifier, or a reference
 *   inside the summary set
 * - `kept-text`: text R20 names: medication name, dosage text, patient
 *   instruction, quantity text
 * - `codings`: a concept whose codings stay and whose text goes; null when
 *   nothing is left
 * - `essential-codings`: the same, and an entry left without any goes whole
 * - `from-detailed`: a reference or edge out of the summary set (Ruling R21)
 * - `from-documents`: title, description and type of a document
 * - `full-only`: every other text
 * - `essential-text`: the same, and below full an entry of nothing else goes
 * - `tag`: says what stands beside it, and goes when nothing else is left
 */
type FieldClass =
  | 'always'
  | 'kept-text'
  | 'codings'
  | 'essential-codings'
  | 'from-detailed'
  | 'from-documents'
  | 'full-only'
  | 'essential-text'
  | 'tag'

/** A field's class, or the classes of its parts (an object or a list). */
type FieldDisclosure<Value> =
  | FieldClass
  | (NonNullable<Value> extends readonly (infer Item)[]
      ? Item extends object
        ? { readonly parts: Disclosure<Item> }
        : never
      : NonNullable<Value> extends object
        ? { readonly parts: Disclosure<NonNullable<Value>> }
        : never)

/** Total: a new column has to say what happens to it below full. */
export type Disclosure<Row> = {
  readonly [Field in keyof Row]-?: FieldDisclosure<Row[Field]>
}

const MINIMUM_LEVEL = {
  always: 'NONE',
  'kept-text': 'NONE',
  codings: 'NONE',
  'essential-codings': 'NONE',
  'from-detailed': 'DETAILED',
  'from-documents': 'DOCUMENTS',
  'full-only': 'FULL',
  'essential-text': 'FULL',
  tag: 'NONE'
} as const satisfies Record<FieldClass, RecordAccessLevel>

const isConcept = (value: unknown): value is CodeableConcept =>
  typeof value === 'object' && value !== null && 'coding' in value

const codingsOnly = (concept: CodeableConcept): CodeableConcept | null =>
  concept.coding.length === 0
    ? null
    : {
        coding: concept.coding.map(
          ({ system, code, display, descriptionId }) => ({
            system,
            code,
            display,
            ...(descriptionId === undefined ? {} : { descriptionId })
          })
        ),
        text: null
      }

const withoutText = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.filter(isConcept).flatMap((concept) => {
      const kept = codingsOnly(concept)
      return kept ? [kept] : []
    })
  }
  return isConcept(value) ? codingsOnly(value) : null
}

type AnyDisclosure = Readonly<
  Record<string, FieldClass | { readonly parts: AnyDisclosure }>
>

const isEmpty = (value: unknown): boolean =>
  value === null || (Array.isArray(value) && value.length === 0)

/** A part of which nothing is left but nulls goes too (Ruling R20). */
const withholdParts = (
  value: unknown,
  parts: AnyDisclosure,
  level: RecordAccessLevel
): unknown => {
  if (Array.isArray(value)) {
    return value
      .map((item: unknown) => withholdParts(item, parts, level))
      .filter((item) => item !== null)
  }
  if (typeof value !== 'object' || value === null) return null
  const kept = withholdFields(value, parts, level)
  if (kept === null) return null
  const isLeft = Object.entries(kept).some(
    ([field, part]) => parts[field] !== 'tag' && !isEmpty(part)
  )
  return isLeft ? kept : null
}

const withholdFields = (
  row: object,
  disclosure: AnyDisclosure,
  level: RecordAccessLevel
): Record<string, unknown> | null => {
  const kept: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(row)) {
    const known = Object.hasOwn(disclosure, field)
    const rule = (known ? disclosure[field] : undefined) ?? 'full-only'
    if (typeof rule === 'object') {
      kept[field] = withholdParts(value, rule.parts, level)
    } else if (!isAtLeast(level, MINIMUM_LEVEL[rule])) {
      if (rule === 'essential-text') return null
      kept[field] = null
    } else if (rule === 'codings' || rule === 'essential-codings') {
      kept[field] = withoutText(value)
      if (rule === 'essential-codings' && isEmpty(kept[field])) return null
    } else {
      kept[field] = value
    }
  }
  return kept
}

/**
 * A copy of `row` with everything gone that `level` does not show (Rulings
 * R20, R21); null when nothing is left of what makes it an entry. At full,
 * the row itself.
 */
export const withhold = <Row extends object>(
  row: Row,
  disclosure: Disclosure<Row>,
  level: RecordAccessLevel
): Row | null =>
  level === 'FULL'
    ? row
    : (withholdFields(row, disclosure as AnyDisclosure, level) as Row | null)
