import { databaseOf, rowsOf, sql } from '../../../database/sql.ts'
import type { PatientKey } from '../area.ts'
import { LARGEST_CONTENT } from '../documents/document.row.ts'
import type { DocumentContent } from '../entry-content.ts'
import type { Written } from '../record-writer.ts'
import { DOCUMENT_TABLE } from './document-table.service.ts'
import { writeEntries } from './entry-store.service.ts'
import type { WriteSession } from './write-session.service.ts'

interface HeldBytes {
  readonly id: string
  readonly bytes: Uint8Array
}

const BYTES_PER_STATEMENT = 4 * LARGEST_CONTENT
const ROWS_PER_STATEMENT = 500

/** Digest 1.4: of a document over 5 MB the metadata stays, the content goes. */
const withinLimit = (document: DocumentContent): DocumentContent => {
  const { content, size } = document
  const bytes = Math.max(size, content?.byteLength ?? 0)
  return bytes > LARGEST_CONTENT ? { ...document, content: null } : document
}

/** As many as one statement may carry, by bytes and by number. */
const toBatches = (contents: readonly HeldBytes[]): HeldBytes[][] => {
  const batches: HeldBytes[][] = []
  let left = 0
  for (const content of contents) {
    const batch = batches.at(-1)
    left -= content.bytes.byteLength
    if (batch && left >= 0 && batch.length < ROWS_PER_STATEMENT) {
      batch.push(content)
    } else {
      batches.push([content])
      left = BYTES_PER_STATEMENT - content.bytes.byteLength
    }
  }
  return batches
}

/** Whose bytes are other than those held before. */
const storeBytes = async (
  session: WriteSession,
  practiceId: string,
  batch: readonly HeldBytes[]
): Promise<ReadonlySet<string>> => {
  const rows = batch.map(
    ({ id, bytes }) => sql`(${practiceId}::uuid, ${id}::uuid, ${bytes}::bytea)`
  )
  const changed = await rowsOf(
    databaseOf(session.em),
    sql<{ id: string }>`
      insert into document_content as held (practice_id, document_id, content)
      values ${sql.join(rows)}
      on conflict (practice_id, document_id)
        do update set content = excluded.content
        where held.content <> excluded.content
      returning document_id as id`
  )
  return new Set(changed.map(({ id }) => id))
}

/** Other bytes get another id: whoever has the old one finds none. */
const nameBytes = async (
  session: WriteSession,
  practiceId: string,
  batch: readonly HeldBytes[]
): Promise<void> => {
  const changed = await storeBytes(session, practiceId, batch)
  await rowsOf(
    databaseOf(session.em),
    sql`update document d set binary_id = b.binary_id
      from unnest(${batch.map(({ id }) => id)}::uuid[],
        ${batch.map(() => session.ids())}::uuid[],
        ${batch.map(({ id }) => changed.has(id))}::boolean[])
        as b(id, binary_id, changed)
      where d.practice_id = ${practiceId} and d.id = b.id
        and (b.changed or d.binary_id is null)`
  )
}

/** What is stored of theirs can be found no more. */
const forgetBytes = (
  session: WriteSession,
  practiceId: string,
  ids: readonly string[]
) =>
  rowsOf(
    databaseOf(session.em),
    sql`update document set binary_id = null
      where practice_id = ${practiceId} and id = any(${[...ids]}::uuid[])`
  )

/**
 * Documents with their content. Ruling R17's versions are of the metadata: a
 * replaced content goes, as its source, the practice's system, keeps it.
 */
export const writeDocuments = async (
  session: WriteSession,
  patient: PatientKey,
  contents: readonly DocumentContent[]
): Promise<Written[]> => {
  const { practiceId } = patient
  const limited = contents.map(withinLimit)
  const written = await writeEntries(session, DOCUMENT_TABLE, {
    patient,
    contents: limited
  })
  const held: HeldBytes[] = []
  const without: string[] = []
  written.forEach(({ id, outcome }, index) => {
    const bytes = limited[index]?.content
    if (outcome === 'UNCHANGED') return
    if (bytes) held.push({ id, bytes })
    else if (outcome === 'UPDATED') without.push(id)
  })
  for (const batch of toBatches(held)) {
    await nameBytes(session, practiceId, batch)
  }
  if (without.length > 0) await forgetBytes(session, practiceId, without)
  return written
}
