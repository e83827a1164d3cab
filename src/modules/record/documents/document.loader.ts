import { sql, type Database } from '../../../database/sql.ts'
import type { EntryFacts } from '../../../policy/record-access.ts'
import type { EntryBatch, LoadedEntries } from '../area.ts'
import type { SqlPart } from '../entry-query.loader.ts'
import { loadEntryTable } from '../entry-table.loader.ts'
import { loadOrganizations } from '../people/people.loader.ts'
import { organizationIdsOf, type DocumentEntry } from './document.entry.ts'
import type { DocumentFilter } from './document.filter.ts'
import { DOCUMENT_KIND, type DocumentRow } from './document.row.ts'

const DOCUMENT_COLUMNS = [
  ['type', 'type'],
  ['description', 'description'],
  ['title', 'title'],
  ['created', 'created'],
  ['indexed', 'indexed'],
  ['content_type', 'contentType'],
  ['size', 'size'],
  ['binary_id', 'binaryId'],
  ['practice_setting', 'practiceSetting'],
  ['authors', 'authors'],
  ['custodian_id', 'custodianId'],
  ['unreviewed', 'unreviewed']
] as const satisfies readonly (readonly [string, keyof DocumentRow])[]

/** An author may be the practice, which is not among the organisations. */
const writtenBy = ({ author }: DocumentFilter): SqlPart => sql`exists (
  select from (
    select practice_id, id from organization where ods_code = ${author}
    union all select id, id from practice where ods_code = ${author}
  ) o
  where o.practice_id = e.practice_id and e.authors @> jsonb_build_array(
    jsonb_build_object('kind', 'ORGANIZATION', 'id', o.id)))`

const loadRows = (db: Database, batch: EntryBatch<DocumentFilter>) =>
  loadEntryTable<DocumentRow, DocumentFilter, EntryFacts>(
    db,
    {
      area: 'DOCUMENTS',
      table: 'document',
      columns: DOCUMENT_COLUMNS,
      kind: DOCUMENT_KIND,
      filter: writtenBy,
      candidate: DOCUMENT_KIND.facts
    },
    batch
  )

/** One statement for the entries and one for the organisations they name. */
export const loadDocuments = async (
  db: Database,
  batch: EntryBatch<DocumentFilter>
): Promise<ReadonlyMap<string, LoadedEntries<DocumentEntry>>> => {
  const loaded = await loadRows(db, batch)
  const rows = [...loaded.values()].flatMap(({ entries }) => entries)
  const keys = rows.flatMap((row) =>
    organizationIdsOf(row).map((id) => ({ practiceId: row.practiceId, id }))
  )
  const found = keys.length === 0 ? [] : await loadOrganizations(db, keys)
  const organizations = new Map(found.map((one) => [one.id, one]))
  return new Map(
    [...loaded].map(([patientId, { entries, ...rest }]) => [
      patientId,
      {
        ...rest,
        entries: entries.map((document) => ({ document, organizations }))
      }
    ])
  )
}
