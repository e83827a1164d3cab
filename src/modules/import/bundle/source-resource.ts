import { pathOf } from './element-path.ts'
import type { Finding } from '../import-report.ts'
import { isJsonObject, listOf, memberOf, textOf } from './json-value.ts'
import { bookkeepingOf, leftoversOf, type Leftover } from './leftovers.ts'
import { SourceElement } from './source-element.ts'

/** The Bundle around a resource, as far as the resource needs it. */
interface Surroundings {
  find(reference: string): SourceResource | undefined
  say(finding: Finding): void
}

const DANGLING = 'refers to nothing in the Bundle'

/** Of a patient only the type: a logical id may be told from others. */
const labelOf = (type: string, id: string | null): string =>
  type === 'Patient' || id === null ? type : `${type}/${id}`

/** A resource of the Bundle, or one contained in another, and its fate. */
export class SourceResource {
  readonly type: string
  readonly id: string | null
  /** The id, unless it only holds inside the resource that contains it. */
  readonly lastingId: string | null
  readonly root: SourceElement
  readonly contained: readonly SourceResource[]
  private readonly raw: object
  private readonly taken: Set<string>
  private readonly around: Surroundings
  private fate: 'UNSEEN' | 'TAKEN' | 'SETTLED' | 'DROPPED' = 'UNSEEN'

  constructor(raw: object, around: Surroundings, isContained = false) {
    const id = memberOf(raw, 'id')
    this.raw = raw
    this.around = around
    this.type = textOf(memberOf(raw, 'resourceType')) || 'Resource'
    this.id = typeof id === 'string' ? id : null
    this.lastingId = isContained ? null : this.id
    this.taken = bookkeepingOf(this.type).add(`${this.type}.contained`)
    this.root = new SourceElement(raw, this.type, {
      taken: this.taken,
      note: (kind, key, reason) => this.report(kind, pathOf(key), reason)
    })
    const inside = { ...around, find: (text: string) => this.find(text) }
    this.contained = listOf(memberOf(raw, 'contained'))
      .filter(isJsonObject)
      .map((part) => new SourceResource(part, inside, true))
  }

  get dropped(): boolean {
    return this.fate === 'DROPPED'
  }

  /** What a reference leads to, not taking it. */
  peek(element: SourceElement): SourceResource | undefined {
    const reference = element.child('reference').peek()
    return reference === null ? undefined : this.find(reference)
  }

  /** What a reference leads to; one that leads nowhere is reported as lost. */
  follow(element: SourceElement): SourceResource | undefined {
    const target = this.peek(element)
    if (target) element.settle()
    else if (element.present) element.lose(DANGLING)
    return target
  }

  /** What of it is not read by the end is reported. */
  take(): void {
    if (this.fate === 'UNSEEN') this.fate = 'TAKEN'
  }

  /** It says nothing that is not known otherwise. */
  settle(): void {
    if (this.fate === 'UNSEEN') this.fate = 'SETTLED'
  }

  /** None of it is taken; the first reason stands. */
  drop(reason: string): void {
    if (this.fate === 'DROPPED') return
    this.fate = 'DROPPED'
    this.report('NOT_TAKEN', null, reason)
  }

  /** Reports what no mapper took, once all are done. */
  close(reasonFor: (type: string) => string): void {
    for (const part of this.contained) part.close(reasonFor)
    if (this.fate === 'UNSEEN') this.drop(reasonFor(this.type))
    if (this.fate !== 'TAKEN') return
    for (const left of leftoversOf(this.raw, this.type, this.taken)) {
      const reason = this.whyLeft(left, reasonFor)
      this.report('NOT_TAKEN', pathOf(left.key), reason)
    }
  }

  private find(reference: string): SourceResource | undefined {
    if (!reference.startsWith('#')) return this.around.find(reference)
    return (
      this.contained.find(({ id }) => id === reference.slice(1)) ??
      this.around.find(reference)
    )
  }

  private whyLeft(
    { raw }: Leftover,
    reasonFor: (type: string) => string
  ): string {
    const reference = memberOf(raw, 'reference')
    if (typeof reference !== 'string') return 'is not kept'
    const target = this.find(reference)
    return target
      ? `leads to ${target.type}: ${reasonFor(target.type)}`
      : DANGLING
  }

  private report(
    kind: Finding['kind'],
    path: string | null,
    reason: string
  ): void {
    const subject = labelOf(this.type, this.id)
    this.around.say({ kind, subject, path, reason })
  }
}
