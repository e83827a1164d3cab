import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  Mutation,
  Resolver,
  Root
} from 'type-graphql'
import type { GraphContext } from '../../../graphql/types/context.ts'
import { canConfigurePractice } from '../../../policy/configuration-access.ts'
import { getPracticeFile } from '../practice/practice-access-view.service.ts'
import { Practice } from '../practice/practice-access.view.ts'
import type { PracticeOutcome } from '../practice/practice-setting.service.ts'
import { PracticeChangeArgs } from '../view/change-input.view.ts'
import { toPayload } from '../view/payload.view.ts'
import {
  listCitizenServices,
  listSolutions
} from './citizen-services.service.ts'
import type { Solution } from './solution.loader.ts'
import { addSolution, removeSolution } from './solution.service.ts'
import {
  AddSolutionInput,
  CitizenServiceState,
  RemoveSolutionArgs,
  RemoveSolutionInput,
  SolutionsPayload,
  SolutionView,
  toSolutionAddition,
  toSolutionRemoval
} from './solution.view.ts'

/** The Solutions as they are, or as a dry run would leave them. */
const answer = async <State>(
  outcome: PracticeOutcome<State>,
  context: GraphContext,
  told: {
    dryRun: boolean
    after: (held: readonly Solution[], state: State) => readonly Solution[]
  }
): Promise<SolutionsPayload> => {
  const { dryRun, after } = told
  const payload = toPayload(outcome, { dryRun, access: null })
  const { applied } = outcome
  if (!applied) return { ...payload, solutions: null }
  const held = await listSolutions(applied.file, context)
  return { ...payload, solutions: after(held, applied.state) }
}

@Resolver(() => Practice)
export class SolutionResolver {
  @FieldResolver(() => [CitizenServiceState], {
    nullable: true,
    description: 'What patients may use online, and the apps that provide it.'
  })
  citizenServices(
    @Root() { file }: Practice,
    @Ctx() context: GraphContext
  ): Promise<CitizenServiceState[]> {
    return listCitizenServices(file, context)
  }

  @FieldResolver(() => [SolutionView], {
    nullable: true,
    description: 'The apps that integrate with the practice, by name.'
  })
  solutions(
    @Root() { file }: Practice,
    @Ctx() context: GraphContext
  ): Promise<Solution[]> {
    return listSolutions(file, context)
  }

  @Mutation(() => SolutionsPayload, {
    nullable: true,
    description: 'Registers an app that provides citizen services (E00166).'
  })
  async addSolution(
    @Args(() => PracticeChangeArgs)
    { odsCode, dryRun }: PracticeChangeArgs,
    @Arg('input', () => AddSolutionInput, { description: 'The app.' })
    input: AddSolutionInput,
    @Ctx() context: GraphContext
  ): Promise<SolutionsPayload> {
    const found = await getPracticeFile(odsCode, context, canConfigurePractice)
    const change = toSolutionAddition(input, dryRun)
    const outcome = await addSolution(context.em, found, { change, context })
    return answer(outcome, context, { dryRun, after: (_held, state) => state })
  }

  @Mutation(() => SolutionsPayload, {
    nullable: true,
    description: 'Takes an app from the practice’s Solutions.'
  })
  async removeSolution(
    @Args(() => RemoveSolutionArgs)
    { odsCode, solutionId, dryRun }: RemoveSolutionArgs,
    @Arg('input', () => RemoveSolutionInput, { description: 'The change.' })
    input: RemoveSolutionInput,
    @Ctx() context: GraphContext
  ): Promise<SolutionsPayload> {
    const found = await getPracticeFile(odsCode, context, canConfigurePractice)
    const change = toSolutionRemoval(solutionId, input, dryRun)
    const outcome = await removeSolution(context.em, found, { change, context })
    return answer(outcome, context, {
      dryRun,
      after: (held) => held.filter(({ id }) => id !== solutionId.toLowerCase())
    })
  }
}
