import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Mutation,
  ObjectType,
  Resolver,
  Root
} from 'type-graphql'
import type { GraphContext } from '../../../graphql/types/context.ts'
import { denialError } from '../../../graphql/types/denial.ts'
import { NhsNumberScalar } from '../../../graphql/types/scalars.ts'
import type { NhsNumber } from '../../../vocabulary/nhs-number.ts'
import { Patient } from '../../record/patient/patient.view.ts'
import {
  RecordAccessPayload,
  SetPatientRecordAccessInput,
  toRecordAccessChange
} from '../access-change.view.ts'
import { changedPayload, refusedPayload } from '../access-payload.ts'
import { PatientAccess } from '../access.view.ts'
import { effectsOf, toPatientAccessView } from './patient-access.view.ts'
import { setPatientRecordAccess } from './patient-access.service.ts'

@ObjectType({
  description: 'The outcome of setting one switch of a patient.',
  simpleResolvers: true
})
export class SetPatientRecordAccessPayload extends RecordAccessPayload {
  @Field(() => PatientAccess, {
    nullable: true,
    description: 'The configuration now; null when there are user errors.'
  })
  readonly access!: PatientAccess | null
}

@Resolver(() => Patient)
export class PatientAccessResolver {
  @FieldResolver(() => PatientAccess, {
    nullable: true,
    description: 'For staff: how the patient’s record access is set.'
  })
  access(
    @Root() { file }: Patient,
    @Ctx() { today }: GraphContext
  ): PatientAccess {
    return toPatientAccessView(file, effectsOf(file, today))
  }

  @Mutation(() => SetPatientRecordAccessPayload, {
    nullable: true,
    description:
      'Sets one switch of one patient (E00172). What is in force already ' +
      'succeeds whatever the version.'
  })
  async setPatientRecordAccess(
    @Arg('nhsNumber', () => NhsNumberScalar, { description: 'Which patient.' })
    nhsNumber: NhsNumber,
    @Arg('input', () => SetPatientRecordAccessInput, {
      description: 'The change.'
    })
    input: SetPatientRecordAccessInput,
    @Ctx() context: GraphContext
  ): Promise<SetPatientRecordAccessPayload> {
    const found = await context.records.findPatient(nhsNumber)
    if (!found.ok) throw denialError(found.error)
    const change = toRecordAccessChange(input)
    const result = await setPatientRecordAccess(context.em, found.value, {
      change,
      context
    })
    if (!result.ok) return refusedPayload(result.error)
    const { file, alsoDisabled } = result.value
    const effects = effectsOf(file, context.today)
    const access = toPatientAccessView(file, effects)
    return changedPayload(change, { access, effects, alsoDisabled })
  }
}
