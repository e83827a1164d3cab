import { Field, ID, ObjectType } from 'type-graphql'
import { CodeableConceptView } from '../../../graphql/types/coding.view.ts'
import { PartialDateScalar } from '../../../graphql/types/scalars.ts'
import type { Visible } from '../../../policy/record-access.ts'
import type { PractitionersById } from '../area.ts'
import { EntryMarker, toEntryMarker } from '../entry-marker.view.ts'
import {
  ObservationStatusEnum,
  ReferenceRangeView
} from '../observations/measurement.view.ts'
import {
  ObservationValueView,
  toValueView
} from '../observations/observation-value.view.ts'
import type {
  ObservationRow,
  ObservationStatus
} from '../observations/observation.row.ts'
import { practitionersAmong } from '../people/party.ts'
import { findPractitioners, Practitioner } from '../people/practitioner.view.ts'

@ObjectType({
  description: 'The result of one test.',
  simpleResolvers: true
})
export class TestResult {
  @Field(() => ID, { description: 'The same id as in FHIR.' })
  readonly id!: string

  @Field(() => CodeableConceptView, { description: 'What was tested.' })
  readonly code!: CodeableConceptView

  @Field(() => ObservationStatusEnum, { description: 'How final it is.' })
  readonly status!: ObservationStatus

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When what was tested was so.'
  })
  readonly effective!: string | null

  @Field(() => PartialDateScalar, { description: 'When it was reported.' })
  readonly issued!: string

  @Field(() => ObservationValueView, {
    nullable: true,
    description: 'The result, as far as the level shows it.'
  })
  readonly value!: ObservationValueView | null

  @Field(() => CodeableConceptView, {
    nullable: true,
    description: 'Why there is no result.'
  })
  readonly dataAbsentReason!: CodeableConceptView | null

  @Field(() => CodeableConceptView, {
    nullable: true,
    description: 'How the result compares, such as high or low.'
  })
  readonly interpretation!: CodeableConceptView | null

  @Field(() => [ReferenceRangeView], { description: 'What is usual.' })
  readonly referenceRanges!: readonly ReferenceRangeView[]

  @Field(() => CodeableConceptView, {
    nullable: true,
    description: 'How it was tested.'
  })
  readonly method!: CodeableConceptView | null

  @Field(() => String, {
    nullable: true,
    description: 'The laboratory’s remarks; only at full.'
  })
  readonly comment!: string | null

  @Field(() => [Practitioner], { description: 'Who tested.' })
  readonly performers!: readonly Practitioner[]

  @Field(() => EntryMarker, {
    nullable: true,
    description: 'For staff: why citizens are not shown it; else null.'
  })
  readonly marker!: EntryMarker | null
}

export const toTestResultView = (
  row: Visible<ObservationRow>,
  practitioners: PractitionersById
): TestResult => ({
  id: row.id,
  code: row.code,
  status: row.status,
  effective: row.effective,
  issued: row.issued,
  value: toValueView(row.value),
  dataAbsentReason: row.dataAbsentReason,
  interpretation: row.interpretation,
  referenceRanges: row.referenceRanges,
  method: row.method,
  comment: row.comment,
  performers: findPractitioners(
    practitioners,
    practitionersAmong(row.performers)
  ),
  marker: toEntryMarker(row)
})
