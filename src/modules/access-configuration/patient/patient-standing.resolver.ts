import {
  Arg,
  Args,
  Ctx,
  Field,
  InputType,
  Mutation,
  Resolver
} from 'type-graphql'
import type { GraphContext } from '../../../graphql/types/context.ts'
import {
  ChangeInput,
  PatientChangeArgs,
  SwitchInput,
  toChangeRequest,
  toSwitchRequest
} from '../view/change-input.view.ts'
import { explainSwitch } from '../view/explain-switch.ts'
import { toPayload } from '../view/payload.view.ts'
import {
  getPatientFile,
  viewPatientAccess
} from './patient-access-view.service.ts'
import { PatientAccessPayload } from './patient-access.resolver.ts'
import { effectsOf } from './patient-access.view.ts'
import type { PatientOutcome } from './patient-setting.service.ts'
import {
  recordCompetenceAssessment,
  setCitizenServiceAccess
} from './patient-standing.service.ts'

@InputType({ description: 'Online services of a patient as a whole.' })
export class SetCitizenServiceAccessInput extends SwitchInput {}

@InputType({ description: 'What staff found of a patient under 16.' })
export class RecordCompetenceAssessmentInput extends ChangeInput {
  @Field(() => Boolean, {
    description: 'Whether the patient understands what access means.'
  })
  readonly competent!: boolean

  @Field(() => String, {
    description: 'On what the assessment rests; at most 500 characters.'
  })
  declare readonly reason: string
}

/** Switches that are on and show nothing now are worth telling (R6). */
const answer = async <State>(
  outcome: PatientOutcome<State>,
  context: GraphContext,
  dryRun: boolean
): Promise<PatientAccessPayload> => {
  const file = outcome.applied?.file
  const access = file ? await viewPatientAccess(file, context) : null
  const effects = file ? effectsOf(file, context.today) : []
  const notices = effects
    .filter(({ state, effective }) => state.enabled && !effective)
    .map(explainSwitch)
  return toPayload(outcome, { dryRun, access, notices })
}

@Resolver()
export class PatientStandingResolver {
  @Mutation(() => PatientAccessPayload, {
    nullable: true,
    description:
      'Enables or disables a patient’s online services as a whole (E00166), ' +
      'from the next call on. Levels stay as they are set.'
  })
  async setCitizenServiceAccess(
    @Args(() => PatientChangeArgs)
    { nhsNumber, dryRun }: PatientChangeArgs,
    @Arg('input', () => SetCitizenServiceAccessInput, {
      description: 'The change.'
    })
    input: SetCitizenServiceAccessInput,
    @Ctx() context: GraphContext
  ): Promise<PatientAccessPayload> {
    const found = await getPatientFile(nhsNumber, context)
    const change = toSwitchRequest(input, dryRun)
    const asked = { change, context }
    const outcome = await setCitizenServiceAccess(context.em, found, asked)
    return answer(outcome, context, dryRun)
  }

  @Mutation(() => PatientAccessPayload, {
    nullable: true,
    description:
      'Records whether a patient is competent to use online services: opens ' +
      'an under 16’s own access, or closes it until it is reviewed.'
  })
  async recordCompetenceAssessment(
    @Args(() => PatientChangeArgs)
    { nhsNumber, dryRun }: PatientChangeArgs,
    @Arg('input', () => RecordCompetenceAssessmentInput, {
      description: 'The assessment.'
    })
    input: RecordCompetenceAssessmentInput,
    @Ctx() context: GraphContext
  ): Promise<PatientAccessPayload> {
    const found = await getPatientFile(nhsNumber, context)
    const { competent } = input
    const change = { ...toChangeRequest(input, dryRun), competent }
    const asked = { change, context }
    const outcome = await recordCompetenceAssessment(context.em, found, asked)
    return answer(outcome, context, dryRun)
  }
}
