import type { EntryKind } from '../../../policy/record-access.ts'
import type { Disclosure } from '../../../policy/disclosure.ts'
import type { CodeableConcept } from '../../../vocabulary/coding.ts'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'
import type { Party } from '../people/party.ts'
import { ENTRY_ROW_DISCLOSURE, type EntryRow } from '../entry-row.ts'

/** Of what is larger only the metadata is held (Access Record digest 1.4). */
export const LARGEST_CONTENT = 5_000_000

/** Bytes of content that one request is given at most. */
export const CONTENT_OF_REQUEST = 5 * LARGEST_CONTENT

/** A document as it is read: its metadata, never its content. */
export interface DocumentRow extends EntryRow {
  readonly type: CodeableConcept
  readonly description: string | null
  readonly title: string | null
  readonly created: PartialDate | null
  readonly indexed: PartialDate
  /** Media type, such as `application/pdf`. */
  readonly contentType: string
  /** Bytes, as the source has it, also of content that is not held. */
  readonly size: number
  /** Other bytes have another id; null when no content is held. */
  readonly binaryId: string | null
  readonly practiceSetting: CodeableConcept | null
  readonly authors: readonly Party[]
  readonly custodianId: string | null
  readonly unreviewed: boolean
}

const AUTHOR_DISCLOSURE = {
  kind: 'always',
  id: 'always'
} as const satisfies Disclosure<Party>

const DOCUMENT_DISCLOSURE: Disclosure<DocumentRow> = {
  ...ENTRY_ROW_DISCLOSURE,
  type: 'from-documents',
  description: 'from-documents',
  title: 'from-documents',
  created: 'always',
  indexed: 'always',
  contentType: 'always',
  size: 'always',
  binaryId: 'from-detailed',
  practiceSetting: 'codings',
  authors: { parts: AUTHOR_DISCLOSURE },
  custodianId: 'always',
  unreviewed: 'always'
}

export const DOCUMENT_KIND: EntryKind<DocumentRow> = {
  facts: ({ clinicalDate, recordedDate, hiddenBy }) => ({
    area: 'DOCUMENTS',
    clinicalDate,
    recordedDate,
    hiddenBy
  }),
  disclosure: DOCUMENT_DISCLOSURE
}
