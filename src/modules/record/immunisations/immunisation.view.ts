import { Field, Int, ObjectType } from 'type-graphql'
import {
  CodeableConceptView,
  QuantityView
} from '../../../graphql/types/coding.view.ts'
import { PartialDateScalar } from '../../../graphql/types/scalars.ts'
import type { ViewContext } from '../area.ts'
import { findPractitioner, Practitioner } from '../people/practitioner.view.ts'
import { RecordEntry, toRecordEntry } from '../record-entry.view.ts'
import type { ImmunisationEntry } from './immunisation.entry.ts'
import type { ImmunisationProtocol } from './immunisation.row.ts'

@ObjectType('ImmunisationProtocol', {
  description: 'Which dose of a course of doses it is, and against what.',
  simpleResolvers: true
})
export class ImmunisationProtocolView implements ImmunisationProtocol {
  @Field(() => Int, { description: 'Number of the dose in its course.' })
  readonly doseSequence!: number

  @Field(() => Int, {
    nullable: true,
    description: 'How many doses the course has.'
  })
  readonly seriesDoses!: number | null

  @Field(() => String, {
    nullable: true,
    description: 'Description in words; only at full.'
  })
  readonly description!: string | null

  @Field(() => [CodeableConceptView], {
    description: 'Diseases it protects against.'
  })
  readonly targetDiseases!: readonly CodeableConceptView[]
}

@ObjectType({
  implements: RecordEntry,
  description: 'An immunisation that was given, or was not.',
  simpleResolvers: true
})
export class Immunisation extends RecordEntry {
  @Field(() => CodeableConceptView, { description: 'What was done.' })
  readonly procedure!: CodeableConceptView

  @Field(() => CodeableConceptView, {
    nullable: true,
    description: 'The vaccine, if it is known.'
  })
  readonly vaccine!: CodeableConceptView | null

  @Field(() => Boolean, {
    description: 'True when it was offered or due, and not given.'
  })
  readonly notGiven!: boolean

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When it was given, or was not; the clinical date.'
  })
  readonly givenOn!: string | null

  @Field(() => PartialDateScalar, { description: 'When it was recorded.' })
  readonly recordedOn!: string

  @Field(() => Boolean, {
    description: 'Whether whoever gave it said so, rather than someone else.'
  })
  readonly primarySource!: boolean

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a parent was present.'
  })
  readonly parentPresent!: boolean | null

  @Field(() => String, {
    nullable: true,
    description: 'Who made the vaccine; only at full.'
  })
  readonly manufacturer!: string | null

  @Field(() => String, { nullable: true, description: 'Number of the batch.' })
  readonly lotNumber!: string | null

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When the batch expires.'
  })
  readonly expiresOn!: string | null

  @Field(() => CodeableConceptView, {
    nullable: true,
    description: 'Where on the body it was given.'
  })
  readonly site!: CodeableConceptView | null

  @Field(() => CodeableConceptView, {
    nullable: true,
    description: 'How it came into the body.'
  })
  readonly route!: CodeableConceptView | null

  @Field(() => QuantityView, { nullable: true, description: 'The dose.' })
  readonly doseQuantity!: QuantityView | null

  @Field(() => [CodeableConceptView], { description: 'Why it was given.' })
  readonly reasons!: readonly CodeableConceptView[]

  @Field(() => [CodeableConceptView], { description: 'Why it was not given.' })
  readonly reasonsNotGiven!: readonly CodeableConceptView[]

  @Field(() => [ImmunisationProtocolView], {
    description: 'Its place in a course of doses.'
  })
  readonly protocols!: readonly ImmunisationProtocolView[]

  @Field(() => String, { nullable: true, description: 'Notes; only at full.' })
  readonly note!: string | null

  @Field(() => Practitioner, { nullable: true, description: 'Who gave it.' })
  readonly administeredBy!: Practitioner | null

  @Field(() => Practitioner, {
    nullable: true,
    description: 'Who recorded it.'
  })
  readonly recorder!: Practitioner | null

  @Field(() => String, {
    nullable: true,
    description: 'Name of the place it was given at.'
  })
  readonly locationName!: string | null
}

export const toImmunisationView = (
  { immunisation: row, location }: ImmunisationEntry,
  context: ViewContext
): Immunisation => ({
  ...toRecordEntry(
    row,
    { kind: 'IMMUNISATION', area: 'IMMUNISATIONS' },
    context
  ),
  procedure: row.procedureCode,
  vaccine: row.vaccineCode,
  notGiven: row.notGiven,
  givenOn: row.givenOn,
  recordedOn: row.recordedOn,
  primarySource: row.primarySource,
  parentPresent: row.parentPresent,
  manufacturer: row.manufacturer,
  lotNumber: row.lotNumber,
  expiresOn: row.expiresOn,
  site: row.site,
  route: row.route,
  doseQuantity: row.doseQuantity,
  reasons: row.reasons,
  reasonsNotGiven: row.reasonsNotGiven,
  protocols: row.protocols,
  note: row.note,
  administeredBy: findPractitioner(context.practitioners, row.administeredById),
  recorder: findPractitioner(context.practitioners, row.recorderId),
  locationName: location?.name ?? null
})
