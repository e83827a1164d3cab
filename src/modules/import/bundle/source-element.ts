import { extensionName, keyedItems } from './element-path.ts'
import { memberOf } from './json-value.ts'

/** What was taken of one resource, and what has to be said about it. */
interface Ledger {
  /** Keys of elements that were taken with all they hold. */
  readonly taken: Set<string>
  note(kind: 'NOT_TAKEN' | 'CHANGED', key: string, reason: string): void
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i

/** PostgreSQL holds neither NUL nor half of a surrogate pair. */
const storable = (text: string): string =>
  text.replaceAll(/\0|\p{Surrogate}/gu, '\uFFFD').trim()

/**
 * An element of a resource as some supplier sent it, present or not. Reading
 * a value marks it as taken; what is never read is reported in the end, so
 * that nothing is lost in silence. Small deviations are forgiven: one value
 * for a list, a list for one value, a number as text.
 */
export class SourceElement {
  private readonly raw: unknown
  private readonly key: string
  private readonly ledger: Ledger

  constructor(raw: unknown, key: string, ledger: Ledger) {
    this.raw = raw
    this.key = key
    this.ledger = ledger
  }

  get present(): boolean {
    return this.raw !== undefined && this.raw !== null
  }

  items(name: string): readonly SourceElement[] {
    return keyedItems(`${this.key}.${name}`, memberOf(this.raw, name)).map(
      ([key, item]) => new SourceElement(item, key, this.ledger)
    )
  }

  child(name: string): SourceElement {
    const [first] = this.items(name)
    return (
      first ?? new SourceElement(undefined, `${this.key}.${name}`, this.ledger)
    )
  }

  /** By its short name, `PrescribingAgency`, whatever host it is under. */
  extension(name: string): SourceElement {
    const found = this.items('extension').find((one) => one.isExtension(name))
    found?.child('url').settle()
    return found ?? this.child(`extension(${name})`)
  }

  isExtension(name: string): boolean {
    const url = memberOf(this.raw, 'url')
    return (
      typeof url === 'string' &&
      extensionName(url).toLowerCase() === name.toLowerCase()
    )
  }

  /** Trimmed; null when absent, empty or no plain value. */
  text(): string | null {
    const value = this.peek()
    if (value === null) return null
    this.settle()
    return value === '' ? null : value
  }

  number(): number | null {
    const value = this.peek()
    if (value === null || !NUMBER.test(value)) return null
    this.settle()
    return Number(value)
  }

  flag(): boolean | null {
    const value = this.peek()
    if (value !== 'true' && value !== 'false') return null
    this.settle()
    return value === 'true'
  }

  /** Compares without taking. */
  is(value: string): boolean {
    return this.peek() === value
  }

  /** Takes the value if it is one of these, which say nothing new. */
  expect(...values: readonly string[]): void {
    if (values.some((value) => this.is(value))) this.settle()
  }

  /** Takes all of it: it says nothing that is not known otherwise. */
  settle(): void {
    this.ledger.taken.add(this.key)
  }

  /** It cannot be kept. */
  lose(reason: string): void {
    this.settle()
    this.ledger.note('NOT_TAKEN', this.key, reason)
  }

  /** It is kept, but not as it came; or it is missing and made up for. */
  change(reason: string): void {
    this.ledger.note('CHANGED', this.key, reason)
  }

  /** The text, not taken; null when it is no plain value. */
  peek(): string | null {
    const { raw } = this
    if (typeof raw === 'string') return storable(raw)
    return typeof raw === 'number' || typeof raw === 'boolean'
      ? String(raw)
      : null
  }
}
