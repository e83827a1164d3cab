import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import type {
  EntryPage,
  PlacedEntry
} from '../../../src/modules/record/area-reader.ts'
import type { EntryPosition } from '../../../src/modules/record/area.ts'
import type { RecordEntry } from '../../../src/modules/record/record-entry.view.ts'
import { mergePages } from '../../../src/modules/record/timeline/merge-pages.ts'

/** A row of one area; one that is not shown has nothing left at the level. */
interface Row extends EntryPosition {
  readonly shown: boolean
}

const row = fc.record({
  clinicalDate: fc.option(
    fc.constantFrom('2019-05-01', '2020-01-01', '2020-01-02', '2024-02-29')
  ),
  id: fc.uuid(),
  shown: fc.boolean()
})

const record = fc.array(fc.array(row, { maxLength: 12 }), { maxLength: 4 })

/** Newest first, those without a date last, then by id: as the lists say. */
const inOrder = (rows: readonly Row[]): Row[] =>
  rows.toSorted((one, other) => {
    const [a, b] = [one.clinicalDate ?? '', other.clinicalDate ?? '']
    if (a !== b) return a < b ? 1 : -1
    return one.id < other.id ? -1 : 1
  })

const viewOf = ({ id }: Row): RecordEntry => ({
  id,
  area: 'ALLERGIES',
  clinicalDate: null,
  recordedDate: null,
  marker: null,
  kind: 'ALLERGY',
  scope: {
    patient: { practiceId: '', patientId: '' },
    permissions: { kind: 'WHOLE_RECORD' }
  }
})

/** What an area answers: it reads `length` rows and shows some of them. */
const pageOf = (
  rows: readonly Row[],
  after: EntryPosition | null,
  length: number
): EntryPage => {
  const sorted = inOrder(rows)
  const start = after
    ? inOrder([...rows, { ...after, shown: true }]).findIndex(
        ({ id }) => id === after.id
      )
    : 0
  const isOwn = after !== null && rows.some(({ id }) => id === after.id)
  const rest = sorted.slice(isOwn ? start + 1 : start)
  const read = rest.slice(0, length)
  const last = read.at(-1)
  const entries: PlacedEntry[] = read
    .filter(({ shown }) => shown)
    .map((one) => ({ position: one, view: viewOf(one) }))
  const hasMore = rest.length > length
  return { entries, hasMore, end: hasMore && last ? last : null }
}

it('walks every entry of every area once, in the order of the record', () => {
  fc.assert(
    fc.property(record, fc.integer({ min: 1, max: 5 }), (areas, length) => {
      const walked: string[] = []
      let after: EntryPosition | null = null
      let steps = 0
      for (;;) {
        const start: EntryPosition | null = after
        const page: EntryPage = mergePages(
          areas.map((rows) => pageOf(rows, start, length)),
          length
        )
        expect(page.entries.length).toBeLessThanOrEqual(length)
        walked.push(...page.entries.map(({ view }) => view.id))
        if (!page.hasMore) break
        expect(page.end).not.toBeNull()
        expect(page.end).not.toEqual(start)
        after = page.end
        steps += 1
        expect(steps).toBeLessThan(100)
      }
      const all = inOrder(areas.flat()).filter(({ shown }) => shown)
      expect(walked).toEqual(all.map(({ id }) => id))
    })
  )
})
