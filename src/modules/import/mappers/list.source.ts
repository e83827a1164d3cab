import type { SourceBundle } from '../bundle/source-bundle.ts'
import type { SourceElement } from '../bundle/source-element.ts'
import type { SourceResource } from '../bundle/source-resource.ts'

/** What a record's Lists say besides repeating its entries. */
interface ListFacts {
  /** The record's transfer from the previous practice is not complete. */
  readonly transferPending: boolean
  /** Ended allergies are contained in their List and nowhere else. */
  readonly endedAllergies: readonly SourceResource[]
}

/** Consultation, topic and heading: these Lists are the record itself. */
const STRUCTURE_CODES = ['325851000000107', '25851000000105', '24781000000107']

const IN_TRANSIT = 'data-in-transit'

/** Warnings of the source that it held items back. */
const HELD_BACK = ['confidential-items', 'data-awaiting-filing']

const isStructure = ({ root }: SourceResource): boolean =>
  STRUCTURE_CODES.some((code) =>
    root.child('code').child('coding').child('code').is(code)
  )

const isWarning = (element: SourceElement, code: string): boolean =>
  element.peek()?.toLowerCase() === code

const warningsOf = (root: SourceElement): readonly SourceElement[] =>
  root
    .items('extension')
    .filter((extension) => extension.isExtension('ListWarningCode'))
    .map((extension) => extension.child('valueCode'))

/** A view of entries that stand in the Bundle; made anew for every answer. */
const readView = (list: SourceResource): boolean => {
  list.settle()
  for (const entry of list.root.items('entry')) list.follow(entry.child('item'))
  const warnings = warningsOf(list.root)
  for (const warning of warnings) {
    const code = HELD_BACK.find((known) => isWarning(warning, known))
    if (code) warning.lose(`says that the source held items back (${code})`)
  }
  return warnings.some((warning) => isWarning(warning, IN_TRANSIT))
}

export const readLists = (bundle: SourceBundle): ListFacts => {
  const views = bundle.ofType('List').filter((list) => !isStructure(list))
  const inTransit = views.map(readView)
  return {
    transferPending: inTransit.includes(true),
    endedAllergies: views.flatMap(({ contained }) =>
      contained.filter(({ type }) => type === 'AllergyIntolerance')
    )
  }
}
