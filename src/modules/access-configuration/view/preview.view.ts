import { Field, Int, ObjectType } from 'type-graphql'
import type { Rising } from '../../../policy/configuration-change.ts'
import type { Moves } from '../../../policy/online-services.ts'
import type { RecordAccessLevel } from '../../../vocabulary/access-level.ts'
import type { PrescriptionAccessLevel } from '../../../vocabulary/citizen-service.ts'
import { RecordAccessLevelEnum } from '../../record/level.view.ts'
import { PrescriptionAccessLevelEnum } from './enums.view.ts'

@ObjectType({
  description: 'So many patients go from one level to another.',
  simpleResolvers: true
})
export class RecordLevelMove {
  @Field(() => RecordAccessLevelEnum, { description: 'What they see now.' })
  readonly from!: RecordAccessLevel

  @Field(() => RecordAccessLevelEnum, { description: 'What they would see.' })
  readonly to!: RecordAccessLevel

  @Field(() => Int, { description: 'How many patients.' })
  readonly patients!: number
}

@ObjectType({
  description: 'So many patients may do more or less with prescriptions.',
  simpleResolvers: true
})
export class PrescriptionLevelMove {
  @Field(() => PrescriptionAccessLevelEnum, {
    description: 'What they may do now.'
  })
  readonly from!: PrescriptionAccessLevel

  @Field(() => PrescriptionAccessLevelEnum, {
    description: 'What they could do.'
  })
  readonly to!: PrescriptionAccessLevel

  @Field(() => Int, { description: 'How many patients.' })
  readonly patients!: number
}

@ObjectType({
  description: 'What a change would do; nothing of it is stored.',
  simpleResolvers: true
})
export class ConfigurationPreview {
  @Field(() => Boolean, {
    description: 'False: it is in force already.'
  })
  readonly changes!: boolean

  @Field(() => [RecordLevelMove], {
    description: 'Who would see more or less of the record, at most.'
  })
  readonly recordAccess!: readonly RecordLevelMove[]

  @Field(() => [PrescriptionLevelMove], {
    description: 'Who could do more or less with prescriptions.'
  })
  readonly prescriptions!: readonly PrescriptionLevelMove[]

  @Field(() => Int, {
    description:
      'Patients who would see entries of some dates at a higher level, also ' +
      'where the highest stays.'
  })
  readonly patientsSeeingMore!: number

  @Field(() => Int, {
    description: 'The same at a lower level, or no longer.'
  })
  readonly patientsSeeingLess!: number

  @Field(() => Int, {
    description: 'Patients with entries that rise to documents or to full.'
  })
  readonly patientsRising!: number

  @Field(() => Int, {
    description: 'Entries already recorded that rise that far.'
  })
  readonly entriesRising!: number
}

export const toPreview = (applied: {
  changed: boolean
  rising: Rising
  moves: Moves | null
}): ConfigurationPreview => ({
  changes: applied.changed,
  recordAccess: applied.moves?.record ?? [],
  prescriptions: applied.moves?.prescriptions ?? [],
  patientsSeeingMore: applied.moves?.seeingMore ?? 0,
  patientsSeeingLess: applied.moves?.seeingLess ?? 0,
  patientsRising: applied.rising.patients,
  entriesRising: applied.rising.entries
})
