import { Field, ID, ObjectType } from 'type-graphql'
import { CodeableConceptView } from '../../../graphql/types/coding.view.ts'
import type { Visible } from '../../../policy/record-access.ts'
import type { PractitionersById } from '../area.ts'
import { EntryMarker, toEntryMarker } from '../entry-marker.view.ts'
import { practitionersAmong } from '../people/party.ts'
import { findPractitioners, Practitioner } from '../people/practitioner.view.ts'
import type { InvestigationRequestRow } from './investigation.row.ts'

@ObjectType({
  description: 'What the practice asked a laboratory for.',
  simpleResolvers: true
})
export class InvestigationRequest {
  @Field(() => ID, { description: 'The same id as in FHIR.' })
  readonly id!: string

  @Field(() => CodeableConceptView, {
    nullable: true,
    description: 'What was asked for.'
  })
  readonly code!: CodeableConceptView | null

  @Field(() => [CodeableConceptView], { description: 'Why.' })
  readonly reasons!: readonly CodeableConceptView[]

  @Field(() => String, { nullable: true, description: 'Notes; only at full.' })
  readonly note!: string | null

  @Field(() => Practitioner, {
    nullable: true,
    description: 'Who asked, if that is a person.'
  })
  readonly requester!: Practitioner | null

  @Field(() => EntryMarker, {
    nullable: true,
    description: 'For staff: why citizens are not shown it; else null.'
  })
  readonly marker!: EntryMarker | null
}

export const toRequestView = (
  row: Visible<InvestigationRequestRow>,
  practitioners: PractitionersById
): InvestigationRequest => {
  const requesters = practitionersAmong(row.requester ? [row.requester] : [])
  return {
    id: row.id,
    code: row.code,
    reasons: row.reasons,
    note: row.note,
    requester: findPractitioners(practitioners, requesters)[0] ?? null,
    marker: toEntryMarker(row)
  }
}
