import { sql, type Database } from '../../../database/sql.ts'
import type { EntryFacts } from '../../../policy/record-access.ts'
import type { EntryBatch, LoadedEntries } from '../area.ts'
import { loadEntryTable } from '../entry-table.loader.ts'
import { loadOrganizations } from '../people/people.loader.ts'
import { partiesOf, type ReferralEntry } from './referral.entry.ts'
import type { ReferralFilter } from './referral.filter.ts'
import { REFERRAL_KIND, type ReferralRow } from './referral.row.ts'

const REFERRAL_COLUMNS = [
  ['authored_on', 'authoredOn'],
  ['priority', 'priority'],
  ['type', 'type'],
  ['services', 'services'],
  ['reasons', 'reasons'],
  ['specialty', 'specialty'],
  ['description', 'description'],
  ['note', 'note'],
  ['requester', 'requester'],
  ['on_behalf_of_id', 'onBehalfOfId'],
  ['recipients', 'recipients']
] as const satisfies readonly (readonly [string, keyof ReferralRow])[]

const loadRows = (db: Database, batch: EntryBatch<ReferralFilter>) =>
  loadEntryTable<ReferralRow, ReferralFilter, EntryFacts>(
    db,
    {
      area: 'REFERRALS',
      table: 'referral',
      columns: REFERRAL_COLUMNS,
      kind: REFERRAL_KIND,
      filter: ({ priority }) => sql`e.priority = ${priority}`,
      candidate: REFERRAL_KIND.facts
    },
    batch
  )

/** One statement for the entries and one for the organisations they name. */
export const loadReferrals = async (
  db: Database,
  batch: EntryBatch<ReferralFilter>
): Promise<ReadonlyMap<string, LoadedEntries<ReferralEntry>>> => {
  const loaded = await loadRows(db, batch)
  const rows = [...loaded.values()].flatMap(({ entries }) => entries)
  const keys = rows.flatMap((row) =>
    partiesOf(row).flatMap(({ kind, id }) =>
      kind === 'ORGANIZATION' ? [{ practiceId: row.practiceId, id }] : []
    )
  )
  const found = keys.length === 0 ? [] : await loadOrganizations(db, keys)
  const organizations = new Map(found.map((one) => [one.id, one]))
  return new Map(
    [...loaded].map(([patientId, { entries, ...rest }]) => [
      patientId,
      {
        ...rest,
        entries: entries.map((referral) => ({ referral, organizations }))
      }
    ])
  )
}
