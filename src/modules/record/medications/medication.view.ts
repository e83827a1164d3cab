import { Field, Int, ObjectType } from 'type-graphql'
import {
  CodeableConceptView,
  QuantityView
} from '../../../graphql/types/coding.view.ts'
import { PartialDateScalar } from '../../../graphql/types/scalars.ts'
import type { ViewContext } from '../area.ts'
import { findPractitioner, Practitioner } from '../people/practitioner.view.ts'
import { RecordEntry, toRecordEntry } from '../record-entry.view.ts'
import { MedicationIssue, toIssueView } from './medication-issue.view.ts'
import type { MedicationEntry } from './medication.entry.ts'
import {
  MedicationStatusEnum,
  PrescribingAgencyEnum,
  PrescriptionTypeEnum
} from './medication.enums.ts'
import type {
  MedicationStatus,
  PrescribingAgency,
  PrescriptionType
} from './medication.row.ts'

@ObjectType({
  implements: RecordEntry,
  description:
    'A medicine the patient takes or took, with its prescriptions; its id is ' +
    'that of its MedicationStatement in FHIR.',
  simpleResolvers: true
})
export class MedicationCourse extends RecordEntry {
  @Field(() => CodeableConceptView, { description: 'The medicine (dm+d).' })
  readonly medication!: CodeableConceptView

  @Field(() => MedicationStatusEnum, { description: 'Where it stands.' })
  readonly status!: MedicationStatus

  @Field(() => PrescriptionTypeEnum, { description: 'How it is prescribed.' })
  readonly prescriptionType!: PrescriptionType

  @Field(() => PrescribingAgencyEnum, { description: 'Who prescribed it.' })
  readonly prescribingAgency!: PrescribingAgency

  @Field(() => PartialDateScalar, { description: 'When it began.' })
  readonly effectiveStart!: string

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When it ended.'
  })
  readonly effectiveEnd!: string | null

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When the course was recorded.'
  })
  readonly dateAsserted!: string | null

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When it was last issued.'
  })
  readonly lastIssueDate!: string | null

  @Field(() => String, { nullable: true, description: 'How to take it.' })
  readonly dosageText!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Instructions to the patient.'
  })
  readonly patientInstruction!: string | null

  @Field(() => QuantityView, {
    nullable: true,
    description: 'How much each issue supplies.'
  })
  readonly quantity!: QuantityView | null

  @Field(() => String, { nullable: true, description: 'How much, in words.' })
  readonly quantityText!: string | null

  @Field(() => Int, { nullable: true, description: 'Issues allowed.' })
  readonly repeatsAllowed!: number | null

  @Field(() => Int, { nullable: true, description: 'Issues made so far.' })
  readonly repeatsIssued!: number | null

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When it has to be reviewed.'
  })
  readonly authorisationExpiry!: string | null

  @Field(() => CodeableConceptView, {
    nullable: true,
    description: 'Why it was stopped.'
  })
  readonly stopReason!: CodeableConceptView | null

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When it was stopped.'
  })
  readonly stoppedOn!: string | null

  @Field(() => String, { nullable: true, description: 'Notes; only at full.' })
  readonly note!: string | null

  @Field(() => Practitioner, {
    nullable: true,
    description: 'Who recorded it.'
  })
  readonly recorder!: Practitioner | null

  @Field(() => [MedicationIssue], {
    description: 'The prescriptions issued, latest first.'
  })
  readonly issues!: readonly MedicationIssue[]
}

export const toMedicationCourseView = (
  { course, issues }: MedicationEntry,
  context: ViewContext
): MedicationCourse => ({
  ...toRecordEntry(
    course,
    { kind: 'MEDICATION_COURSE', area: 'MEDICATIONS' },
    context
  ),
  medication: course.medication,
  status: course.status,
  prescriptionType: course.prescriptionType,
  prescribingAgency: course.prescribingAgency,
  effectiveStart: course.effectiveStart,
  effectiveEnd: course.effectiveEnd,
  dateAsserted: course.dateAsserted,
  lastIssueDate: course.lastIssueDate,
  dosageText: course.dosageText,
  patientInstruction: course.patientInstruction,
  quantity: course.quantity,
  quantityText: course.quantityText,
  repeatsAllowed: course.repeatsAllowed,
  repeatsIssued: course.repeatsIssued,
  authorisationExpiry: course.authorisationExpiry,
  stopReason: course.stopReason,
  stoppedOn: course.stoppedOn,
  note: course.note,
  recorder: findPractitioner(context.practitioners, course.recorderId),
  issues: issues.map((issue) => toIssueView(issue, context.practitioners))
})
