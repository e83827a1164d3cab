import type { EntryFacts } from '../../policy/record-access.ts'
import type { LocalDate } from '../../vocabulary/partial-date.ts'
import type { Area, EntryPosition, EntryScope } from './area.ts'
import { AREAS, type HeldArea } from './areas.ts'
import type { EntryLoader } from './entry.loader.ts'
import type { RecordEntry } from './record-entry.view.ts'
import type { RecordReader } from './record.service.ts'

/** A page of entries, whatever their area. */
export interface PageRequest {
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  readonly first: number
  readonly after: EntryPosition | null
}

/** An entry as it is shown, and where it stands. */
export interface PlacedEntry {
  readonly position: EntryPosition
  readonly view: RecordEntry
}

export interface EntryPage {
  readonly entries: readonly PlacedEntry[]
  readonly hasMore: boolean
  /** The last that was read, when more follows. */
  readonly end: EntryPosition | null
}

/** One area, for what treats all areas alike. */
export interface AreaReader {
  page(
    records: RecordReader,
    scope: EntryScope,
    request: PageRequest
  ): Promise<EntryPage>
  /** Null when it is not there, or not to be seen, which is the same. */
  find(
    records: RecordReader,
    scope: EntryScope,
    id: string
  ): Promise<RecordEntry | null>
}

const readPage = async <Entry, View extends RecordEntry, Filter>(
  area: Pick<Area<Entry, View>, 'position' | 'toView'>,
  loader: Pick<EntryLoader<Entry, EntryFacts, Filter>, 'load'>,
  { scope, request }: { scope: EntryScope; request: PageRequest }
): Promise<EntryPage> => {
  const { from, to, first, after } = request
  const loaded = await loader.load(scope.patient, {
    permissions: scope.permissions,
    ids: null,
    filter: null,
    from,
    to,
    page: { first, after },
    withHidden: false,
    withPractitioners: true
  })
  const { hasMore, end, practitioners } = loaded
  const context = { practitioners, scope }
  return {
    hasMore,
    end,
    entries: loaded.entries.map((entry) => ({
      position: area.position(entry),
      view: area.toView(entry, context)
    }))
  }
}

const readerOf = <
  Entry,
  View extends RecordEntry,
  Candidate extends EntryFacts,
  Filter
>(
  area: Area<Entry, View, Candidate, Filter>,
  loaderOf: (
    entries: RecordReader['entries']
  ) => EntryLoader<Entry, Candidate, Filter>
): AreaReader => ({
  find: async ({ entries }, scope, id) => {
    const found = await loaderOf(entries).find(scope, id)
    if (!found) return null
    const { entry, practitioners } = found
    return area.toView(entry, { practitioners, scope })
  },
  page: ({ entries }, scope, request) =>
    readPage(area, loaderOf(entries), { scope, request })
})

/** Total over the areas held: none can be left out of what shows them all. */
export const AREA_READERS: Readonly<Record<HeldArea, AreaReader>> = {
  ALLERGIES: readerOf(AREAS.ALLERGIES, ({ ALLERGIES }) => ALLERGIES),
  MEDICATIONS: readerOf(AREAS.MEDICATIONS, ({ MEDICATIONS }) => MEDICATIONS),
  IMMUNISATIONS: readerOf(
    AREAS.IMMUNISATIONS,
    ({ IMMUNISATIONS }) => IMMUNISATIONS
  ),
  PROBLEMS: readerOf(AREAS.PROBLEMS, ({ PROBLEMS }) => PROBLEMS),
  REFERRALS: readerOf(AREAS.REFERRALS, ({ REFERRALS }) => REFERRALS),
  DOCUMENTS: readerOf(AREAS.DOCUMENTS, ({ DOCUMENTS }) => DOCUMENTS),
  INVESTIGATIONS: readerOf(
    AREAS.INVESTIGATIONS,
    ({ INVESTIGATIONS }) => INVESTIGATIONS
  ),
  UNCATEGORISED_DATA: readerOf(
    AREAS.UNCATEGORISED_DATA,
    ({ UNCATEGORISED_DATA }) => UNCATEGORISED_DATA
  )
}
