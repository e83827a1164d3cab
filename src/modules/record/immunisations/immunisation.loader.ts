import { sql, type Database } from '../../../database/sql.ts'
import type { EntryFacts } from '../../../policy/record-access.ts'
import type { EntryBatch, LoadedEntries } from '../area.ts'
import { loadEntryTable } from '../entry-table.loader.ts'
import { loadLocations } from '../people/people.loader.ts'
import type { ImmunisationEntry } from './immunisation.entry.ts'
import type { ImmunisationFilter } from './immunisation.filter.ts'
import { IMMUNISATION_KIND, type ImmunisationRow } from './immunisation.row.ts'

const IMMUNISATION_COLUMNS = [
  ['vaccine_code', 'vaccineCode'],
  ['procedure_code', 'procedureCode'],
  ['not_given', 'notGiven'],
  ['given_on', 'givenOn'],
  ['recorded_on', 'recordedOn'],
  ['primary_source', 'primarySource'],
  ['parent_present', 'parentPresent'],
  ['manufacturer', 'manufacturer'],
  ['lot_number', 'lotNumber'],
  ['expires_on', 'expiresOn'],
  ['site', 'site'],
  ['route', 'route'],
  ['dose_quantity', 'doseQuantity'],
  ['reasons', 'reasons'],
  ['reasons_not_given', 'reasonsNotGiven'],
  ['protocols', 'protocols'],
  ['note', 'note'],
  ['administered_by_id', 'administeredById'],
  ['recorder_id', 'recorderId'],
  ['location_id', 'locationId']
] as const satisfies readonly (readonly [string, keyof ImmunisationRow])[]

const loadRows = (db: Database, batch: EntryBatch<ImmunisationFilter>) =>
  loadEntryTable<ImmunisationRow, ImmunisationFilter, EntryFacts>(
    db,
    {
      area: 'IMMUNISATIONS',
      table: 'immunisation',
      columns: IMMUNISATION_COLUMNS,
      kind: IMMUNISATION_KIND,
      filter: ({ notGiven }) => sql`e.not_given = ${notGiven}`,
      candidate: IMMUNISATION_KIND.facts
    },
    batch
  )

/** One statement for the entries and one for where they were given. */
export const loadImmunisations = async (
  db: Database,
  batch: EntryBatch<ImmunisationFilter>
): Promise<ReadonlyMap<string, LoadedEntries<ImmunisationEntry>>> => {
  const loaded = await loadRows(db, batch)
  const rows = [...loaded.values()].flatMap(({ entries }) => entries)
  const keys = rows.flatMap(({ practiceId, locationId }) =>
    locationId === null ? [] : [{ practiceId, id: locationId }]
  )
  const places = keys.length === 0 ? [] : await loadLocations(db, keys)
  const placeOf = new Map(places.map((place) => [place.id, place]))
  return new Map(
    [...loaded].map(([patientId, { entries, ...rest }]) => [
      patientId,
      {
        ...rest,
        entries: entries.map((immunisation) => ({
          immunisation,
          location: placeOf.get(immunisation.locationId ?? '') ?? null
        }))
      }
    ])
  )
}
