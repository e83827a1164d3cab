import { Field, ID, ObjectType } from 'type-graphql'
import { QuantityView } from '../../../graphql/types/coding.view.ts'
import { PartialDateScalar } from '../../../graphql/types/scalars.ts'
import type { Visible } from '../../../policy/record-access.ts'
import type { PractitionersById } from '../area.ts'
import { EntryMarker, toEntryMarker } from '../entry-marker.view.ts'
import { findPractitioner, Practitioner } from '../people/practitioner.view.ts'
import { MedicationStatusEnum } from './medication.enums.ts'
import type { MedicationIssueRow, MedicationStatus } from './medication.row.ts'

@ObjectType({
  description: 'One prescription issued on a course.',
  simpleResolvers: true
})
export class MedicationIssue {
  @Field(() => ID, { description: 'The same id as in FHIR.' })
  readonly id!: string

  @Field(() => MedicationStatusEnum, { description: 'Where it stands.' })
  readonly status!: MedicationStatus

  @Field(() => PartialDateScalar, { description: 'When it was written.' })
  readonly authoredOn!: string

  @Field(() => PartialDateScalar, { description: 'From when it is valid.' })
  readonly validityStart!: string

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'Until when it is valid.'
  })
  readonly validityEnd!: string | null

  @Field(() => String, { nullable: true, description: 'How to take it.' })
  readonly dosageText!: string | null

  @Field(() => QuantityView, { nullable: true, description: 'How much.' })
  readonly quantity!: QuantityView | null

  @Field(() => String, { nullable: true, description: 'How much, in words.' })
  readonly quantityText!: string | null

  @Field(() => String, { nullable: true, description: 'Notes; only at full.' })
  readonly note!: string | null

  @Field(() => Practitioner, { nullable: true, description: 'Who issued it.' })
  readonly recorder!: Practitioner | null

  @Field(() => EntryMarker, {
    nullable: true,
    description: 'For staff: why citizens are not shown it; else null.'
  })
  readonly marker!: EntryMarker | null
}

export const toIssueView = (
  row: Visible<MedicationIssueRow>,
  practitioners: PractitionersById
): MedicationIssue => ({
  id: row.id,
  status: row.status,
  authoredOn: row.authoredOn,
  validityStart: row.validityStart,
  validityEnd: row.validityEnd,
  dosageText: row.dosageText,
  quantity: row.quantity,
  quantityText: row.quantityText,
  note: row.note,
  recorder: findPractitioner(practitioners, row.recorderId),
  marker: toEntryMarker(row)
})
