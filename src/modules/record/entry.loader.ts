import DataLoader from 'dataloader'
import { inSnapshot, type Database } from '../../database/sql.ts'
import type {
  Area,
  EntryRequest,
  LoadedEntries,
  PatientKey,
  PeopledEntries,
  PractitionersById
} from './area.ts'
import type { EntryFacts } from '../../policy/record-access.ts'
import { loadHidden } from './closure.loader.ts'
import { loadPractitioners } from './people/people.loader.ts'

/** Entries of one area, one statement for all who ask for the same. */
export interface EntryLoader<Entry, Candidate extends EntryFacts = EntryFacts> {
  load(
    patient: PatientKey,
    request: EntryRequest
  ): Promise<PeopledEntries<Entry, Candidate>>
}

interface EntryKey {
  readonly patient: PatientKey
  readonly request: EntryRequest
}

const patientKey = ({ practiceId, patientId }: PatientKey): string =>
  `${practiceId}/${patientId}`

const requestKey = ({ request }: EntryKey): string => JSON.stringify(request)

const NOBODY: PractitionersById = new Map()

/** In one statement, whatever the number of patients and entries. */
const practitionersOf = async <Entry>(
  area: Area<Entry, unknown, EntryFacts>,
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
const loadGroup = async <Entry, Candidate extends EntryFacts>(
  area: Area<Entry, unknown, Candidate>,
  db: Database,
  { request, patients }: { request: EntryRequest; patients: PatientKey[] }
): Promise<ReadonlyMap<string, PeopledEntries<Entry, Candidate>>> => {
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
  candidates: [],
  practitioners: NOBODY
}

/** Batches and remembers for one request; nothing outlives it. */
export const createEntryLoader = <Entry, Candidate extends EntryFacts>(
  area: Area<Entry, unknown, Candidate>,
  db: Database
): EntryLoader<Entry, Candidate> => {
  const load = async (keys: readonly EntryKey[]) => {
    const [first] = keys
    if (!first) return new Map()
    const { request } = first
    const patients = keys.map(({ patient }) => patient)
    return inSnapshot(db, (snapshot) =>
      loadGroup(area, snapshot, { request, patients })
    )
  }
  const loader = new DataLoader<
    EntryKey,
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
  return { load: (patient, request) => loader.load({ patient, request }) }
}
