import type {
  Attachment,
  DocumentReference,
  DocumentReferenceContext
} from 'fhir/r3.js'
import type { Visible } from '../../../policy/record-access.ts'
import { firstDayOf } from '../../../vocabulary/partial-date.ts'
import { toCodeableConcept } from '../fhir/concept.fhir.ts'
import { clinicalMeta } from '../fhir/meta.fhir.ts'
import { referenceTo } from '../fhir/reference.fhir.ts'
import type { Party } from '../people/party.ts'
import { LARGEST_CONTENT, type DocumentRow } from './document.row.ts'

/** Where the interface that answers has the Binary of this id. */
export type BinaryUrl = (binaryId: string) => string

/** Digest section 1.4: the title says why there is no content. */
const TOO_LARGE = 'The content is larger than 5 MB and cannot be sent'

const TYPE_OF_PARTY = {
  PRACTITIONER: 'Practitioner',
  ORGANIZATION: 'Organization'
} as const satisfies Record<Party['kind'], string>

/** STU3 `instant`: a day alone counts from its first moment, in UTC. */
const toInstant = (indexed: string): string =>
  indexed.length > 10 ? indexed : `${firstDayOf(indexed)}T00:00:00+00:00`

const toAttachment = (
  { contentType, size, title, binaryId }: Visible<DocumentRow>,
  binaryUrl: BinaryUrl
): Attachment => {
  const shownTitle =
    binaryId === null && size > LARGEST_CONTENT ? TOO_LARGE : title
  return {
    contentType,
    ...(binaryId === null ? {} : { url: binaryUrl(binaryId) }),
    size,
    ...(shownTitle === null ? {} : { title: shownTitle })
  }
}

const contextOf = ({
  practiceSetting
}: Visible<DocumentRow>): { context?: DocumentReferenceContext } =>
  practiceSetting === null
    ? {}
    : { context: { practiceSetting: toCodeableConcept(practiceSetting) } }

const peopleOf = ({ authors, custodianId }: Visible<DocumentRow>) => ({
  ...(authors.length === 0
    ? {}
    : {
        author: authors.map(({ kind, id }) =>
          referenceTo(TYPE_OF_PARTY[kind], id)
        )
      }),
  ...(custodianId === null
    ? {}
    : { custodian: referenceTo('Organization', custodianId) })
})

/**
 * CareConnect-GPC-DocumentReference-1 (Access Record digest section 1.4).
 * The row comes from the policy, text already withheld by rung (Ruling R20).
 */
export const toDocumentReference = (
  row: Visible<DocumentRow>,
  binaryUrl: BinaryUrl
): DocumentReference => ({
  resourceType: 'DocumentReference',
  id: row.id,
  meta: clinicalMeta('DocumentReference', row.hiddenBy),
  identifier: row.identifiers.map(({ system, value }) => ({ system, value })),
  status: 'current',
  type: toCodeableConcept(row.type),
  subject: referenceTo('Patient', row.patientId),
  ...(row.created === null ? {} : { created: row.created }),
  indexed: toInstant(row.indexed),
  ...peopleOf(row),
  ...(row.description === null ? {} : { description: row.description }),
  content: [{ attachment: toAttachment(row, binaryUrl) }],
  ...contextOf(row)
})
