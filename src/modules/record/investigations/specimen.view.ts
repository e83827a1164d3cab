import { Field, ID, ObjectType } from 'type-graphql'
import {
  CodeableConceptView,
  QuantityView
} from '../../../graphql/types/coding.view.ts'
import { PartialDateScalar } from '../../../graphql/types/scalars.ts'
import type { Visible } from '../../../policy/record-access.ts'
import type { PractitionersById } from '../area.ts'
import { EntryMarker, toEntryMarker } from '../entry-marker.view.ts'
import { findPractitioner, Practitioner } from '../people/practitioner.view.ts'
import type { SpecimenRow } from './investigation.row.ts'

@ObjectType({ description: 'What was tested.', simpleResolvers: true })
export class Specimen {
  @Field(() => ID, { description: 'The same id as in FHIR.' })
  readonly id!: string

  @Field(() => CodeableConceptView, {
    nullable: true,
    description: 'What it is, such as blood.'
  })
  readonly type!: CodeableConceptView | null

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When it was taken, or when that began.'
  })
  readonly collectedOn!: string | null

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When taking it ended, if it took a while.'
  })
  readonly collectedUntil!: string | null

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When the laboratory had it.'
  })
  readonly receivedOn!: string | null

  @Field(() => CodeableConceptView, {
    nullable: true,
    description: 'Whether the patient had fasted.'
  })
  readonly fastingStatus!: CodeableConceptView | null

  @Field(() => CodeableConceptView, {
    nullable: true,
    description: 'Where on the body it was taken.'
  })
  readonly bodySite!: CodeableConceptView | null

  @Field(() => QuantityView, { nullable: true, description: 'How much.' })
  readonly quantity!: QuantityView | null

  @Field(() => String, { nullable: true, description: 'Notes; only at full.' })
  readonly note!: string | null

  @Field(() => Practitioner, { nullable: true, description: 'Who took it.' })
  readonly collector!: Practitioner | null

  @Field(() => EntryMarker, {
    nullable: true,
    description: 'For staff: why citizens are not shown it; else null.'
  })
  readonly marker!: EntryMarker | null
}

export const toSpecimenView = (
  row: Visible<SpecimenRow>,
  practitioners: PractitionersById
): Specimen => ({
  id: row.id,
  type: row.type,
  collectedOn: row.collectedOn,
  collectedUntil: row.collectedUntil,
  receivedOn: row.receivedOn,
  fastingStatus: row.fastingStatus,
  bodySite: row.bodySite,
  quantity: row.quantity,
  note: row.note,
  collector: findPractitioner(practitioners, row.collectorId),
  marker: toEntryMarker(row)
})
