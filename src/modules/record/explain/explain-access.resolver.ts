import { IsUUID } from 'class-validator'
import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql'
import type { GraphContext } from '../../../graphql/types/context.ts'
import { denialError } from '../../../graphql/types/denial.ts'
import { NhsNumberScalar } from '../../../graphql/types/scalars.ts'
import type { NhsNumber } from '../../../vocabulary/nhs-number.ts'
import { patientKeyOf } from '../record.service.ts'
import { AccessExplanationView } from './access-explanation.view.ts'
import { explainEntryAccess } from './explain-access.service.ts'
import { toExplanationView } from './to-explanation.ts'

@ArgsType()
export class ExplainAccessArgs {
  @Field(() => NhsNumberScalar, { description: 'Whose record.' })
  nhsNumber!: NhsNumber

  @Field(() => ID, {
    description: 'Which entry: its id as the record gives it.'
  })
  @IsUUID('all', { message: 'entryId is not the id of an entry' })
  entryId!: string

  @Field(() => NhsNumberScalar, {
    nullable: true,
    description: 'Who looks; the patient unless given.'
  })
  asSeenBy?: NhsNumber | null
}

@Resolver()
export class ExplainAccessResolver {
  @Query(() => AccessExplanationView, {
    nullable: true,
    description:
      'For staff: why a citizen is shown an entry of the record or is not, ' +
      'step by step. NOT_FOUND for an entry that is not this patient’s.'
  })
  async explainAccess(
    @Args(() => ExplainAccessArgs)
    { nhsNumber, entryId, asSeenBy = null }: ExplainAccessArgs,
    @Ctx() { audit, em, records }: GraphContext
  ): Promise<AccessExplanationView> {
    const explained = await explainEntryAccess(em, records, {
      nhsNumber,
      entryId: entryId.toLowerCase(),
      asSeenBy
    })
    if (!explained.ok) throw denialError(explained.error)
    const { file, entry } = explained.value
    audit.explained({ ...patientKeyOf(file), entryId: entry.id })
    return toExplanationView(explained.value)
  }
}
