import {
  Arg,
  Ctx,
  Field,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver
} from 'type-graphql'
import type { GraphContext } from '../../../graphql/types/context.ts'
import { denialError } from '../../../graphql/types/denial.ts'
import { NhsNumberScalar } from '../../../graphql/types/scalars.ts'
import type { NhsNumber } from '../../../vocabulary/nhs-number.ts'
import type { Result } from '../../../vocabulary/result.ts'
import type { PatientFile } from '../../record/patient/patient.row.ts'
import { RecordAccessUserError } from '../access-change.view.ts'
import type { RecordAccessError } from '../access.errors.ts'
import { PatientAccess } from '../access.view.ts'
import { explainSwitch } from '../explain-switch.ts'
import { effectsOf, toPatientAccessView } from './patient-access.view.ts'
import {
  recordCompetenceAssessment,
  setCitizenServiceAccess
} from './patient-standing.service.ts'

@InputType({ description: 'Online services of a patient as a whole.' })
export class SetCitizenServiceAccessInput {
  @Field(() => Boolean, { description: 'On or off.' })
  readonly enabled!: boolean

  @Field(() => String, {
    nullable: true,
    description: 'Why, for the audit; at most 500 characters.'
  })
  readonly reason?: string | null

  @Field(() => Int, {
    description: 'The version that was read; a stale one is a CONFLICT.'
  })
  readonly expectedVersion!: number
}

@InputType({ description: 'What staff found of a patient under 16.' })
export class RecordCompetenceAssessmentInput {
  @Field(() => Boolean, {
    description: 'Whether the patient understands what access means.'
  })
  readonly competent!: boolean

  @Field(() => String, {
    description: 'On what the assessment rests; at most 500 characters.'
  })
  readonly reason!: string

  @Field(() => Int, {
    description: 'The version that was read; a stale one is a CONFLICT.'
  })
  readonly expectedVersion!: number
}

@ObjectType({
  description: 'The outcome of a change of who may use online services.',
  simpleResolvers: true
})
export class PatientStandingPayload {
  @Field(() => PatientAccess, {
    nullable: true,
    description: 'The configuration now; null when there are user errors.'
  })
  readonly access!: PatientAccess | null

  @Field(() => [String], {
    description: 'Switches that are on and show nothing now, and why.'
  })
  readonly notices!: readonly string[]

  @Field(() => [RecordAccessUserError], {
    description: 'Everything that is wrong; empty when the change is in force.'
  })
  readonly userErrors!: readonly RecordAccessUserError[]
}

const getPatientFile = async (
  nhsNumber: NhsNumber,
  { records }: GraphContext
): Promise<PatientFile> => {
  const found = await records.findPatient(nhsNumber)
  if (!found.ok) throw denialError(found.error)
  return found.value
}

const toPayload = (
  result: Result<PatientFile, readonly RecordAccessError[]>,
  { today }: GraphContext
): PatientStandingPayload => {
  if (!result.ok) return { access: null, notices: [], userErrors: result.error }
  const effects = effectsOf(result.value, today)
  return {
    access: toPatientAccessView(result.value, effects),
    notices: effects
      .filter(({ state, effective }) => state.enabled && !effective)
      .map(explainSwitch),
    userErrors: []
  }
}

@Resolver()
export class PatientStandingResolver {
  @Mutation(() => PatientStandingPayload, {
    nullable: true,
    description:
      'Enables or disables a patient’s online services as a whole (E00166), ' +
      'from the next call on. Levels stay as they are set.'
  })
  async setCitizenServiceAccess(
    @Arg('nhsNumber', () => NhsNumberScalar, { description: 'Which patient.' })
    nhsNumber: NhsNumber,
    @Arg('input', () => SetCitizenServiceAccessInput, {
      description: 'The change.'
    })
    input: SetCitizenServiceAccessInput,
    @Ctx() context: GraphContext
  ): Promise<PatientStandingPayload> {
    const file = await getPatientFile(nhsNumber, context)
    const change = { ...input, reason: input.reason ?? null }
    const asked = { change, context }
    const result = await setCitizenServiceAccess(context.em, file, asked)
    return toPayload(result, context)
  }

  @Mutation(() => PatientStandingPayload, {
    nullable: true,
    description:
      'Records whether a patient is competent to use online services: opens ' +
      'an under 16’s own access, or closes it until it is reviewed.'
  })
  async recordCompetenceAssessment(
    @Arg('nhsNumber', () => NhsNumberScalar, { description: 'Which patient.' })
    nhsNumber: NhsNumber,
    @Arg('input', () => RecordCompetenceAssessmentInput, {
      description: 'The assessment.'
    })
    assessment: RecordCompetenceAssessmentInput,
    @Ctx() context: GraphContext
  ): Promise<PatientStandingPayload> {
    const file = await getPatientFile(nhsNumber, context)
    const asked = { assessment, context }
    const result = await recordCompetenceAssessment(context.em, file, asked)
    return toPayload(result, context)
  }
}
