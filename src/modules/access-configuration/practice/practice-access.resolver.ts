import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root
} from 'type-graphql'
import type { GraphContext } from '../../../graphql/types/context.ts'
import { OdsCodeScalar } from '../../../graphql/types/scalars.ts'
import {
  canConfigurePractice,
  canViewPracticeConfiguration
} from '../../../policy/configuration-access.ts'
import { practiceSwitchEffects } from '../../../policy/switch-effects.ts'
import type { OdsCode } from '../../../vocabulary/ods-code.ts'
import {
  PracticeChangeArgs,
  SetPracticeRecordAccessInput,
  SetPrescriptionOrderingInput,
  toRecordAccessChange,
  toSwitchRequest
} from '../view/change-input.view.ts'
import {
  ConfigurationPayload,
  RecordAccessPayload,
  toSwitchPayload
} from '../view/payload.view.ts'
import {
  answerPractice,
  countPatientsOnLevels,
  getPracticeFile,
  viewPracticeAccess
} from './practice-access-view.service.ts'
import {
  setPracticePrescriptionOrdering,
  setPracticeRecordAccess
} from './practice-access.service.ts'
import {
  PatientsOnLevel,
  Practice,
  PracticeAccess
} from './practice-access.view.ts'

@ObjectType({
  description: 'The outcome of setting one switch of a practice.',
  simpleResolvers: true
})
export class SetPracticeRecordAccessPayload extends RecordAccessPayload {
  @Field(() => PracticeAccess, {
    nullable: true,
    description:
      'The configuration now, or as it would be; null when it was refused.'
  })
  readonly access!: PracticeAccess | null
}

@ObjectType({
  description: 'The outcome of a change of a practice’s settings.',
  simpleResolvers: true
})
export class PracticeAccessPayload extends ConfigurationPayload {
  @Field(() => PracticeAccess, {
    nullable: true,
    description:
      'The configuration now, or as it would be; null when it was refused.'
  })
  readonly access!: PracticeAccess | null
}

@Resolver(() => Practice)
export class PracticeAccessResolver {
  @Query(() => Practice, {
    nullable: true,
    description: 'A practice, for its own staff; NOT_FOUND for all others.'
  })
  async practice(
    @Arg('odsCode', () => OdsCodeScalar, { description: 'Which practice.' })
    odsCode: OdsCode,
    @Ctx() context: GraphContext
  ): Promise<Practice> {
    const file = await getPracticeFile(
      odsCode,
      context,
      canViewPracticeConfiguration
    )
    return { odsCode: file.odsCode, name: file.name, file }
  }

  @FieldResolver(() => PracticeAccess, {
    nullable: true,
    description: 'How the practice has set online services for its patients.'
  })
  access(
    @Root() { file }: Practice,
    @Ctx() context: GraphContext
  ): Promise<PracticeAccess> {
    return viewPracticeAccess(file, context)
  }

  @Mutation(() => SetPracticeRecordAccessPayload, {
    nullable: true,
    description:
      'Sets one switch of a practice (E00171): a ceiling over what each ' +
      'patient’s own switches show.'
  })
  async setPracticeRecordAccess(
    @Args(() => PracticeChangeArgs)
    { odsCode, dryRun }: PracticeChangeArgs,
    @Arg('input', () => SetPracticeRecordAccessInput, {
      description: 'The change.'
    })
    input: SetPracticeRecordAccessInput,
    @Ctx() context: GraphContext
  ): Promise<SetPracticeRecordAccessPayload> {
    const found = await getPracticeFile(odsCode, context, canConfigurePractice)
    const change = toRecordAccessChange(input, dryRun)
    const asked = { change, context }
    const outcome = await setPracticeRecordAccess(context.em, found, asked)
    const file = outcome.applied?.file
    return toSwitchPayload(outcome, {
      change,
      access: file ? await viewPracticeAccess(file, context) : null,
      effects: file ? practiceSwitchEffects(file.access, context.today) : []
    })
  }

  @Mutation(() => PracticeAccessPayload, {
    nullable: true,
    description:
      'Lets the practice’s patients order repeat prescriptions, or not ' +
      '(E00170): a ceiling over each patient’s own setting.'
  })
  async setPracticePrescriptionOrdering(
    @Args(() => PracticeChangeArgs)
    { odsCode, dryRun }: PracticeChangeArgs,
    @Arg('input', () => SetPrescriptionOrderingInput, {
      description: 'The change.'
    })
    input: SetPrescriptionOrderingInput,
    @Ctx() context: GraphContext
  ): Promise<PracticeAccessPayload> {
    const found = await getPracticeFile(odsCode, context, canConfigurePractice)
    const change = toSwitchRequest(input, dryRun)
    const outcome = await setPracticePrescriptionOrdering(context.em, found, {
      change,
      context
    })
    return answerPractice(outcome, context, { dryRun })
  }
}

@Resolver(() => PracticeAccess)
export class PatientsByLevelResolver {
  @FieldResolver(() => [PatientsOnLevel], {
    nullable: true,
    description: 'How many patients registered now are on each level.',
    // As many rows as the practice has patients, whatever is asked of them.
    complexity: ({ childComplexity }) => 2_000 + childComplexity
  })
  patientsByLevel(
    @Root() { file }: PracticeAccess,
    @Ctx() context: GraphContext
  ): Promise<PatientsOnLevel[]> {
    return countPatientsOnLevels(file, context)
  }
}
