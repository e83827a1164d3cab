import {
  Arg,
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
import { denialError } from '../../../graphql/types/denial.ts'
import { OdsCodeScalar } from '../../../graphql/types/scalars.ts'
import {
  canConfigurePractice,
  canViewPracticeConfiguration
} from '../../../policy/configuration-access.ts'
import { practiceSwitchEffects } from '../../../policy/switch-effects.ts'
import type { OdsCode } from '../../../vocabulary/ods-code.ts'
import type { LocalDate } from '../../../vocabulary/partial-date.ts'
import {
  RecordAccessPayload,
  SetPracticeRecordAccessInput,
  toRecordAccessChange
} from '../access-change.view.ts'
import { changedPayload, refusedPayload } from '../access-payload.ts'
import { PracticeAccess, toSwitchState } from '../access.view.ts'
import {
  findPractice,
  setPracticeRecordAccess
} from './practice-access.service.ts'
import type { PracticeFile } from './practice-file.loader.ts'

@ObjectType({ description: 'A GP practice.', simpleResolvers: true })
export class Practice {
  @Field(() => OdsCodeScalar, { description: 'Its ODS code.' })
  readonly odsCode!: string

  @Field(() => String, { description: 'Its name.' })
  readonly name!: string

  /** For the fields below a practice; not part of the graph. */
  readonly file!: PracticeFile
}

@ObjectType({
  description: 'The outcome of setting one switch of a practice.',
  simpleResolvers: true
})
export class SetPracticeRecordAccessPayload extends RecordAccessPayload {
  @Field(() => PracticeAccess, {
    nullable: true,
    description: 'The configuration now; null when there are user errors.'
  })
  readonly access!: PracticeAccess | null
}

const toPracticeAccessView = (
  file: PracticeFile,
  today: LocalDate
): PracticeAccess => ({
  version: file.accessVersion,
  switches: practiceSwitchEffects(file.access, today).map(toSwitchState)
})

const getPracticeFile = async (
  odsCode: OdsCode,
  { em, viewer }: GraphContext,
  canUse: typeof canConfigurePractice
): Promise<PracticeFile> => {
  const found = await findPractice(em, odsCode, canUse(viewer, odsCode))
  if (!found.ok) throw denialError(found.error)
  return found.value
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
    description: 'How the practice has set record access for its patients.'
  })
  access(
    @Root() { file }: Practice,
    @Ctx() { today }: GraphContext
  ): PracticeAccess {
    return toPracticeAccessView(file, today)
  }

  @Mutation(() => SetPracticeRecordAccessPayload, {
    nullable: true,
    description:
      'Sets one switch of a practice (E00171): a ceiling over what each ' +
      'patient’s own switches show.'
  })
  async setPracticeRecordAccess(
    @Arg('odsCode', () => OdsCodeScalar, { description: 'Which practice.' })
    odsCode: OdsCode,
    @Arg('input', () => SetPracticeRecordAccessInput, {
      description: 'The change.'
    })
    input: SetPracticeRecordAccessInput,
    @Ctx() context: GraphContext
  ): Promise<SetPracticeRecordAccessPayload> {
    const file = await getPracticeFile(odsCode, context, canConfigurePractice)
    const change = toRecordAccessChange(input)
    const result = await setPracticeRecordAccess(context.em, file, {
      change,
      context
    })
    if (!result.ok) return refusedPayload(result.error)
    const { practice, alsoDisabled } = result.value
    const effects = practiceSwitchEffects(practice.access, context.today)
    const access = toPracticeAccessView(practice, context.today)
    return changedPayload(change, { access, effects, alsoDisabled })
  }
}
