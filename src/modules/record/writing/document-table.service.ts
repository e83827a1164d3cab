import { createHash } from 'node:crypto'
import { DocumentEntity } from '../documents/document.entity.ts'
import type { DocumentContent } from '../entry-content.ts'
import { inBatches, UPSERT } from './clinical-tables.service.ts'
import { documentDates } from './entry-dates.ts'
import {
  KEPT_ON_UPDATE,
  type EntryTable,
  type EntryToSave
} from './entry-table.service.ts'

const digestOf = (content: Uint8Array | null): string | null =>
  content && createHash('sha256').update(content).digest('base64url')

const toDocumentRow = ({ content, columns }: EntryToSave<DocumentContent>) => {
  const { content: _bytes, ...own } = content
  return { ...own, ...columns, authors: [...own.authors] }
}

/** Metadata alone; `binaryId` follows the content that is stored. */
export const DOCUMENT_TABLE: EntryTable<DocumentContent> = {
  name: 'document',
  kind: 'DOCUMENT',
  dates: documentDates,
  ownPart: ({ content, ...own }) => ({ ...own, content: digestOf(content) }),
  add: (em, rows) =>
    inBatches(rows.map(toDocumentRow), (batch) =>
      em.insertMany(DocumentEntity, batch)
    ),
  replace: (em, rows) =>
    em.upsertMany(DocumentEntity, rows.map(toDocumentRow), {
      ...UPSERT,
      onConflictExcludeFields: [...KEPT_ON_UPDATE]
    })
}
