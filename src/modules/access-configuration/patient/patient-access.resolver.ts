import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  Mutation,
  ObjectType,
  Resolver,
  Root
} from 'type-graphql'
import type { GraphContext } from '../../../graphql/types/context.ts'
import { Patient } from '../../record/patient/patient.view.ts'
import {
  PatientChangeArgs,
  SetPatientRecordAccessInput,
  SetPrescriptionOrderingInput,
  toRecordAccessChange,
  toSwitchRequest
} from '../view/change-input.view.ts'
import { explainOrdering } from '../view/explain-switch.ts'
import { orderingEffect } from '../../../policy/ordering-effect.ts'
import {
  ConfigurationPayload,
  RecordAccessPayload,
  toPayload,
  toSwitchPayload
} from '../view/payload.view.ts'
import { setPatientPrescriptionOrdering } from './patient-ordering.service.ts'
import { setPatientRecordAccess } from './patient-access.service.ts'
import { effectsOf, PatientAccess } from './patient-access.view.ts'
import {
  getPatientFile,
  viewPatientAccess
} from './patient-access-view.service.ts'

@ObjectType({
  description: 'The outcome of setting one switch of a patient.',
  simpleResolvers: true
})
export class SetPatientRecordAccessPayload extends RecordAccessPayload {
  @Field(() => PatientAccess, {
    nullable: true,
    description:
      'The configuration now, or as it would be; null when it was refused.'
  })
  readonly access!: PatientAccess | null
}

@ObjectType({
  description: 'The outcome of a change of one patient’s online services.',
  simpleResolvers: true
})
export class PatientAccessPayload extends ConfigurationPayload {
  @Field(() => PatientAccess, {
    nullable: true,
    description:
      'The configuration now, or as it would be; null when it was refused.'
  })
  readonly access!: PatientAccess | null
}

@Resolver(() => Patient)
export class PatientAccessResolver {
  @FieldResolver(() => PatientAccess, {
    nullable: true,
    description: 'For staff: how the patient’s online services are set.'
  })
  access(
    @Root() { file }: Patient,
    @Ctx() context: GraphContext
  ): Promise<PatientAccess> {
    return viewPatientAccess(file, context)
  }

  @Mutation(() => SetPatientRecordAccessPayload, {
    nullable: true,
    description:
      'Sets one switch of one patient (E00172). What is in force already ' +
      'succeeds whatever the version.'
  })
  async setPatientRecordAccess(
    @Args(() => PatientChangeArgs)
    { nhsNumber, dryRun }: PatientChangeArgs,
    @Arg('input', () => SetPatientRecordAccessInput, {
      description: 'The change.'
    })
    input: SetPatientRecordAccessInput,
    @Ctx() context: GraphContext
  ): Promise<SetPatientRecordAccessPayload> {
    const found = await getPatientFile(nhsNumber, context)
    const change = toRecordAccessChange(input, dryRun)
    const asked = { change, context }
    const outcome = await setPatientRecordAccess(context.em, found, asked)
    const file = outcome.applied?.file
    return toSwitchPayload(outcome, {
      change,
      access: file ? await viewPatientAccess(file, context) : null,
      effects: file ? effectsOf(file, context.today) : []
    })
  }

  @Mutation(() => PatientAccessPayload, {
    nullable: true,
    description:
      'Lets one patient order repeat prescriptions, or not (E00170): where ' +
      'the practice lets its patients.'
  })
  async setPatientPrescriptionOrdering(
    @Args(() => PatientChangeArgs)
    { nhsNumber, dryRun }: PatientChangeArgs,
    @Arg('input', () => SetPrescriptionOrderingInput, {
      description: 'The change.'
    })
    input: SetPrescriptionOrderingInput,
    @Ctx() context: GraphContext
  ): Promise<PatientAccessPayload> {
    const found = await getPatientFile(nhsNumber, context)
    const outcome = await setPatientPrescriptionOrdering(context.em, found, {
      change: toSwitchRequest(input, dryRun),
      context
    })
    const file = outcome.applied?.file
    const access = file ? await viewPatientAccess(file, context) : null
    const notices = file
      ? [explainOrdering(orderingEffect(file, context.today))]
      : []
    return toPayload(outcome, { dryRun, access, notices })
  }
}
