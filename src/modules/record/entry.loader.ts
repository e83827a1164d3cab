import DataLoader from 'dataloader'
import { inSnapshot, type Database } from '../../database/sql.ts'
import type {
  Area,
  EntryRequest,
  EntryScope,
  LoadedEntries,
  PatientKey,
  PeopledEntries,
  PractitionersById
} from './area.ts'
import type { EntryFacts } from '../../policy/record-access.ts'
import { loadHidden } from './closure.loader.ts'
import { loadPractitioners } from './people/people.loader.ts'

/** One entry with the practitioners it names. */
export interface PeopledEntry<Entry> {
  readonly entry: Entry
  readonly practitioners: PractitionersById
}

/** Entries of one area, one statement for all who ask for the same. */
export interface EntryLoader<
  Entry,
  Candidate extends EntryFacts = EntryFacts,
  Filter = never
> {
  load(
    patient: PatientKey,
    request: EntryRequest<Filter>
  ): Promise<PeopledEntries<Entry, Candidate>>
  /** Null when it is not there, or not to be seen, which is the same. */
  find(scope: EntryScope, id: string): Promise<PeopledEntry<Entry> | null>
}

interface EntryKey<Filter> {
  readonly patient: PatientKey
  readonly request: EntryRequest<Filter>
}

interface FindKey {
  readonly scope: EntryScope
  readonly id: string
}

const patientKey = ({ practiceId, patientId }: PatientKey): string =>
  `${practiceId}/${patientId}`

const NOBODY: PractitionersById = new Map()

/** In one statement, whatever the number of patients and entries. */
const practitionersOf = async <Entry>(
  area: Pick<Area<Entry, unknown>, 'practitionerIds'>,
  db: Database,
  options: {
    patients: readonly PatientKey[]
    loaded: ReadonlyMap<string, LoadedEntries<Entry>>
  }
): Promise<PractitionersById> => {
  const keys = options.patients.flatMap(({ practiceId, patientId }) =>
    (options.loaded.get(patientId)?.entries ?? [])
      .flatMap((entry) => area.practitionerIds(entry))
      .map((id) => ({ practiceId, id }))
  )
  const unique = new Map(keys.map((key) => [key.id, key]))
  if (unique.size === 0) return new Map()
  const rows = await loadPractitioners(db, [...unique.values()])
  return new Map(rows.map((row) => [row.id, row]))
}

/** Asks for the same entries of several patients at once. */
const loadGroup = async <Entry, Candidate extends EntryFacts, Filter>(
  area: Area<Entry, unknown, Candidate, Filter>,
  db: Database,
  options: { request: EntryRequest<Filter>; patients: readonly PatientKey[] }
): Promise<ReadonlyMap<string, PeopledEntries<Entry, Candidate>>> => {
  const { request, patients } = options
  const hidden = await loadHidden(db, patients)
  const loaded = await area.load(db, { ...request, patients, hidden })
  const practitioners = request.withPractitioners
    ? await practitionersOf(area, db, { patients, loaded })
    : NOBODY
  return new Map(
    [...loaded].map(([id, entries]) => [id, { ...entries, practitioners }])
  )
}

const EMPTY = {
  entries: [],
  hasMore: false,
  end: null,
  candidates: [],
  practitioners: NOBODY
}

const createListLoader = <Entry, Candidate extends EntryFacts, Filter>(
  area: Area<Entry, unknown, Candidate, Filter>,
  db: Database
): EntryLoader<Entry, Candidate, Filter>['load'] => {
  const requestKey = ({ request }: EntryKey<Filter>): string =>
    JSON.stringify(request)
  const load = async (keys: readonly EntryKey<Filter>[]) => {
    const [first] = keys
    if (!first) return new Map()
    const { request } = first
    const patients = keys.map(({ patient }) => patient)
    return inSnapshot(db, (snapshot) =>
      loadGroup(area, snapshot, { request, patients })
    )
  }
  const loader = new DataLoader<
    EntryKey<Filter>,
    PeopledEntries<Entry, Candidate>,
    string
  >(
    async (keys) => {
      const groups = [...Map.groupBy(keys, requestKey)]
      const loaded = new Map(
        await Promise.all(
          groups.map(
            async ([name, group]) => [name, await load(group)] as const
          )
        )
      )
      return keys.map(
        (key) =>
          loaded.get(requestKey(key))?.get(key.patient.patientId) ?? EMPTY
      )
    },
    { cacheKeyFn: (key) => `${patientKey(key.patient)} ${requestKey(key)}` }
  )
  return (patient, request) => loader.load({ patient, request })
}

type FoundById<Entry> = ReadonlyMap<string, PeopledEntry<Entry>>

const foundKey = (patientId: string, id: string): string => `${patientId} ${id}`

/** What of `keys`, which share their permissions, is there to be seen. */
const findGroup = async <Entry, Candidate extends EntryFacts, Filter>(
  area: Area<Entry, unknown, Candidate, Filter>,
  db: Database,
  keys: readonly FindKey[]
): Promise<FoundById<Entry>> => {
  const [first] = keys
  if (!first) return new Map()
  const patients = new Map(
    keys.map(({ scope: { patient } }) => [patientKey(patient), patient])
  )
  const request: EntryRequest<Filter> = {
    permissions: first.scope.permissions,
    ids: [...new Set(keys.map(({ id }) => id))],
    filter: null,
    from: null,
    to: null,
    page: null,
    withHidden: false,
    withPractitioners: true
  }
  const loaded = await inSnapshot(db, (snapshot) =>
    loadGroup(area, snapshot, { request, patients: [...patients.values()] })
  )
  return new Map(
    [...loaded].flatMap(([patientId, { entries, practitioners }]) =>
      entries.map((entry) => [
        foundKey(patientId, area.position(entry).id),
        { entry, practitioners }
      ])
    )
  )
}

const permissionsKey = ({ scope }: FindKey): string =>
  JSON.stringify(scope.permissions)

/** By id: whatever asks within one turn is answered by one statement. */
const createFinder = <Entry, Candidate extends EntryFacts, Filter>(
  area: Area<Entry, unknown, Candidate, Filter>,
  db: Database
): EntryLoader<Entry, Candidate, Filter>['find'] => {
  const loader = new DataLoader<FindKey, PeopledEntry<Entry> | null, string>(
    async (keys) => {
      const found = new Map<string, FoundById<Entry>>()
      for (const [name, group] of Map.groupBy(keys, permissionsKey)) {
        found.set(name, await findGroup(area, db, group))
      }
      return keys.map((key) => {
        const name = foundKey(key.scope.patient.patientId, key.id)
        return found.get(permissionsKey(key))?.get(name) ?? null
      })
    },
    {
      cacheKeyFn: (key) =>
        `${patientKey(key.scope.patient)} ${key.id} ${permissionsKey(key)}`
    }
  )
  return (scope, id) => loader.load({ scope, id })
}

/** Batches and remembers for one request; nothing outlives it. */
export const createEntryLoader = <Entry, Candidate extends EntryFacts, Filter>(
  area: Area<Entry, unknown, Candidate, Filter>,
  db: Database
): EntryLoader<Entry, Candidate, Filter> => ({
  load: createListLoader(area, db),
  find: createFinder(area, db)
})
