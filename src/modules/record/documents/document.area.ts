import type { EntryFacts } from '../../../policy/record-access.ts'
import type { Area } from '../area.ts'
import { practitionersAmong } from '../people/party.ts'
import type { DocumentEntry } from './document.entry.ts'
import type { DocumentFilter } from './document.filter.ts'
import { loadDocuments } from './document.loader.ts'
import { toDocumentView, type Document } from './document.view.ts'

export const documentArea: Area<
  DocumentEntry,
  Document,
  EntryFacts,
  DocumentFilter
> = {
  area: 'DOCUMENTS',
  load: loadDocuments,
  position: ({ document: { clinicalDate, id } }) => ({ clinicalDate, id }),
  practitionerIds: ({ document }) => practitionersAmong(document.authors),
  toView: toDocumentView
}
