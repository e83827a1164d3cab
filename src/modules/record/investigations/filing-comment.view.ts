import { Field, ID, ObjectType } from 'type-graphql'
import { PartialDateScalar } from '../../../graphql/types/scalars.ts'
import type { Visible } from '../../../policy/record-access.ts'
import type { PractitionersById } from '../area.ts'
import { EntryMarker, toEntryMarker } from '../entry-marker.view.ts'
import type { ObservationRow } from '../observations/observation.row.ts'
import { practitionersAmong } from '../people/party.ts'
import { findPractitioners, Practitioner } from '../people/practitioner.view.ts'

@ObjectType({
  description: 'What was noted when a report was filed; only at full.',
  simpleResolvers: true
})
export class FilingComment {
  @Field(() => ID, { description: 'The same id as in FHIR.' })
  readonly id!: string

  @Field(() => String, { nullable: true, description: 'What was noted.' })
  readonly comment!: string | null

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When the report was filed.'
  })
  readonly filedOn!: string | null

  @Field(() => ID, {
    nullable: true,
    description: 'The group or result it is about; null for the whole report.'
  })
  readonly aboutId!: string | null

  @Field(() => [Practitioner], { description: 'Who filed it.' })
  readonly performers!: readonly Practitioner[]

  @Field(() => EntryMarker, {
    nullable: true,
    description: 'For staff: why citizens are not shown it; else null.'
  })
  readonly marker!: EntryMarker | null
}

/** `shown`: the tests it may name. */
export const toFilingCommentView = (
  row: Visible<ObservationRow>,
  shown: ReadonlySet<string>,
  practitioners: PractitionersById
): FilingComment => ({
  id: row.id,
  comment: row.comment,
  filedOn: row.effective,
  aboutId: row.aboutId !== null && shown.has(row.aboutId) ? row.aboutId : null,
  performers: findPractitioners(
    practitioners,
    practitionersAmong(row.performers)
  ),
  marker: toEntryMarker(row)
})
