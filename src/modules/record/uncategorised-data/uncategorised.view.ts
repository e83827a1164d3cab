import { Field, ObjectType } from 'type-graphql'
import { CodeableConceptView } from '../../../graphql/types/coding.view.ts'
import { PartialDateScalar } from '../../../graphql/types/scalars.ts'
import type { Visible } from '../../../policy/record-access.ts'
import type { ViewContext } from '../area.ts'
import {
  ObservationComponentView,
  ObservationStatusEnum,
  ReferenceRangeView,
  toComponentView
} from '../observations/measurement.view.ts'
import {
  ObservationValueView,
  toValueView
} from '../observations/observation-value.view.ts'
import type {
  ObservationRow,
  ObservationStatus
} from '../observations/observation.row.ts'
import { findPractitioners, Practitioner } from '../people/practitioner.view.ts'
import { practitionersAmong } from '../people/party.ts'
import { RecordEntry, toRecordEntry } from '../record-entry.view.ts'

@ObjectType({
  implements: RecordEntry,
  description:
    'Anything recorded that has no area of its own, such as a blood pressure.',
  simpleResolvers: true
})
export class UncategorisedEntry extends RecordEntry {
  @Field(() => CodeableConceptView, { description: 'What was recorded.' })
  readonly code!: CodeableConceptView

  @Field(() => ObservationStatusEnum, { description: 'How final it is.' })
  readonly status!: ObservationStatus

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When it was so, or when that began.'
  })
  readonly effective!: string | null

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When it ended, if it took a while.'
  })
  readonly effectiveUntil!: string | null

  @Field(() => PartialDateScalar, { description: 'When it was recorded.' })
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

  @Field(() => [ObservationComponentView], {
    description: 'Its parts, such as systolic and diastolic pressure.'
  })
  readonly components!: readonly ObservationComponentView[]

  @Field(() => CodeableConceptView, {
    nullable: true,
    description: 'How the result compares, such as high or low.'
  })
  readonly interpretation!: CodeableConceptView | null

  @Field(() => [ReferenceRangeView], { description: 'What is usual.' })
  readonly referenceRanges!: readonly ReferenceRangeView[]

  @Field(() => CodeableConceptView, {
    nullable: true,
    description: 'Where on the body.'
  })
  readonly bodySite!: CodeableConceptView | null

  @Field(() => String, {
    nullable: true,
    description: 'Remarks; only at full.'
  })
  readonly comment!: string | null

  @Field(() => [Practitioner], { description: 'Who recorded it.' })
  readonly performers!: readonly Practitioner[]
}

export const toUncategorisedView = (
  row: Visible<ObservationRow>,
  context: ViewContext
): UncategorisedEntry => ({
  ...toRecordEntry(
    row,
    { kind: 'UNCATEGORISED', area: 'UNCATEGORISED_DATA' },
    context
  ),
  code: row.code,
  status: row.status,
  effective: row.effective,
  effectiveUntil: row.effectiveUntil,
  issued: row.issued,
  value: toValueView(row.value),
  dataAbsentReason: row.dataAbsentReason,
  components: row.components.map(toComponentView),
  interpretation: row.interpretation,
  referenceRanges: row.referenceRanges,
  bodySite: row.bodySite,
  comment: row.comment,
  performers: findPractitioners(
    context.practitioners,
    practitionersAmong(row.performers)
  )
})
