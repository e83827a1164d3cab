import { Field, Int, ObjectType } from 'type-graphql'
import { CodeableConceptView } from '../../../graphql/types/coding.view.ts'
import { PartialDateScalar } from '../../../graphql/types/scalars.ts'
import type { ViewContext } from '../area.ts'
import { findOrganisation, Organisation } from '../people/organization.view.ts'
import { practitionersAmong } from '../people/party.ts'
import { findPractitioner, Practitioner } from '../people/practitioner.view.ts'
import { RecordEntry, toRecordEntry } from '../record-entry.view.ts'
import { authorOrganizationIds, type DocumentEntry } from './document.entry.ts'

@ObjectType({
  implements: RecordEntry,
  description: 'A document filed in the record, such as a letter or a scan.',
  simpleResolvers: true
})
export class Document extends RecordEntry {
  @Field(() => CodeableConceptView, { description: 'What kind it is.' })
  readonly type!: CodeableConceptView

  @Field(() => String, { nullable: true, description: 'Its title.' })
  readonly title!: string | null

  @Field(() => String, { nullable: true, description: 'What it is about.' })
  readonly description!: string | null

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When it was written; its clinical date.'
  })
  readonly created!: string | null

  @Field(() => PartialDateScalar, {
    description:
      'When it was filed; the clinical date of one without `created`.'
  })
  readonly indexed!: string

  @Field(() => String, { description: 'Media type of its content.' })
  readonly contentType!: string

  @Field(() => Int, {
    description: 'Bytes; above 5,000,000 the content itself is not held.'
  })
  readonly size!: number

  @Field(() => CodeableConceptView, {
    nullable: true,
    description: 'The kind of service it comes from.'
  })
  readonly practiceSetting!: CodeableConceptView | null

  @Field(() => [Practitioner], { description: 'The people who wrote it.' })
  readonly authors!: readonly Practitioner[]

  @Field(() => [Organisation], {
    description: 'The organisations it comes from.'
  })
  readonly authorOrganisations!: readonly Organisation[]

  @Field(() => Organisation, {
    nullable: true,
    description: 'The organisation that keeps it.'
  })
  readonly custodian!: Organisation | null

  @Field(() => Boolean, {
    description:
      'Whether it still waits to be reviewed; citizens are not shown it before.'
  })
  readonly unreviewed!: boolean
}

export const toDocumentView = (
  { document: row, organizations }: DocumentEntry,
  context: ViewContext
): Document => ({
  ...toRecordEntry(row, { kind: 'DOCUMENT', area: 'DOCUMENTS' }, context),
  type: row.type,
  title: row.title,
  description: row.description,
  created: row.created,
  indexed: row.indexed,
  contentType: row.contentType,
  size: row.size,
  practiceSetting: row.practiceSetting,
  authors: practitionersAmong(row.authors).flatMap(
    (id) => findPractitioner(context.practitioners, id) ?? []
  ),
  authorOrganisations: authorOrganizationIds(row).flatMap(
    (id) => findOrganisation(organizations, id) ?? []
  ),
  custodian: findOrganisation(organizations, row.custodianId),
  unreviewed: row.unreviewed
})
