import { Arg, Args, Ctx, InputType, Mutation, Resolver } from 'type-graphql'
import type { GraphContext } from '../../../graphql/types/context.ts'
import { canConfigurePractice } from '../../../policy/configuration-access.ts'
import {
  PracticeChangeArgs,
  SwitchInput,
  toSwitchRequest
} from '../view/change-input.view.ts'
import {
  SetDefaultAccessInput,
  toDefaultAccessChange
} from './default-access.view.ts'
import {
  answerPractice,
  getPracticeFile
} from './practice-access-view.service.ts'
import { PracticeAccessPayload } from './practice-access.resolver.ts'
import type { OdsCode } from '../../../vocabulary/ods-code.ts'
import {
  setDefaultAccess,
  setSignalHiddenItems,
  type DefaultAccessChange
} from './practice-settings.service.ts'

@InputType({ description: 'Whether Lists tell of what was held back.' })
export class SetSignalHiddenItemsInput extends SwitchInput {}

const NO_EFFECT_YET =
  'Patients whose online services are enabled already keep what they have.'

const changeDefaults = async (
  odsCode: OdsCode,
  change: DefaultAccessChange,
  context: GraphContext
): Promise<PracticeAccessPayload> => {
  const found = await getPracticeFile(odsCode, context, canConfigurePractice)
  const outcome = await setDefaultAccess(context.em, found, { change, context })
  const { dryRun } = change
  return answerPractice(outcome, context, { dryRun, notices: [NO_EFFECT_YET] })
}

@Resolver()
export class PracticeSettingsResolver {
  @Mutation(() => PracticeAccessPayload, {
    nullable: true,
    description:
      'Sets what patients get when their online services are first enabled, ' +
      'where staff set nothing else for them.'
  })
  async setDefaultAccess(
    @Args(() => PracticeChangeArgs)
    { odsCode, dryRun }: PracticeChangeArgs,
    @Arg('input', () => SetDefaultAccessInput, { description: 'The change.' })
    input: SetDefaultAccessInput,
    @Ctx() context: GraphContext
  ): Promise<PracticeAccessPayload> {
    const change = toDefaultAccessChange(input, { atRisk: false, dryRun })
    return changeDefaults(odsCode, change, context)
  }

  @Mutation(() => PracticeAccessPayload, {
    nullable: true,
    description:
      'Sets the same for patients whose latest review code says that access ' +
      'may harm them.'
  })
  async setAtRiskDefaultAccess(
    @Args(() => PracticeChangeArgs)
    { odsCode, dryRun }: PracticeChangeArgs,
    @Arg('input', () => SetDefaultAccessInput, { description: 'The change.' })
    input: SetDefaultAccessInput,
    @Ctx() context: GraphContext
  ): Promise<PracticeAccessPayload> {
    const change = toDefaultAccessChange(input, { atRisk: true, dryRun })
    return changeDefaults(odsCode, change, context)
  }

  @Mutation(() => PracticeAccessPayload, {
    nullable: true,
    description:
      'Sets whether Lists of FHIR answers tell that entries were held back ' +
      'as confidential or not yet filed. The graph never tells citizens.'
  })
  async setSignalHiddenItems(
    @Args(() => PracticeChangeArgs)
    { odsCode, dryRun }: PracticeChangeArgs,
    @Arg('input', () => SetSignalHiddenItemsInput, {
      description: 'The change.'
    })
    input: SetSignalHiddenItemsInput,
    @Ctx() context: GraphContext
  ): Promise<PracticeAccessPayload> {
    const found = await getPracticeFile(odsCode, context, canConfigurePractice)
    const change = toSwitchRequest(input, dryRun)
    const asked = { change, context }
    const outcome = await setSignalHiddenItems(context.em, found, asked)
    return answerPractice(outcome, context, { dryRun })
  }
}
