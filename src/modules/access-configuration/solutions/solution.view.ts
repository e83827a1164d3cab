import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql'
import type { CitizenService } from '../../../vocabulary/citizen-service.ts'
import {
  ChangeInput,
  PracticeChangeArgs,
  toChangeRequest
} from '../view/change-input.view.ts'
import { CitizenServiceEnum } from '../view/enums.view.ts'
import { ConfigurationPayload } from '../view/payload.view.ts'
import type { Solution } from './solution.loader.ts'
import type { SolutionAddition, SolutionRemoval } from './solution.service.ts'

@ObjectType('Solution', {
  description: 'An app that provides citizen services with the practice.',
  simpleResolvers: true
})
export class SolutionView {
  @Field(() => ID, { description: 'To remove it by.' })
  readonly id!: string

  @Field(() => String, { description: 'Its name, as patients know it.' })
  readonly name!: string

  @Field(() => String, { description: 'Who makes it.' })
  readonly supplier!: string

  @Field(() => String, {
    nullable: true,
    description: 'Its client id; null if it calls through no token of its own.'
  })
  readonly clientId!: string | null

  @Field(() => [CitizenServiceEnum], { description: 'What it provides.' })
  readonly services!: readonly CitizenService[]
}

@ObjectType({
  description: 'A service that patients of the practice may use online.',
  simpleResolvers: true
})
export class CitizenServiceState {
  @Field(() => CitizenServiceEnum, { description: 'Which service.' })
  readonly service!: CitizenService

  @Field(() => Boolean, { description: 'Whether the practice allows it.' })
  readonly enabled!: boolean

  @Field(() => [SolutionView], { description: 'The apps that provide it.' })
  readonly solutions!: readonly SolutionView[]
}

@InputType({ description: 'An app to register with the practice.' })
export class AddSolutionInput extends ChangeInput {
  @Field(() => String, { description: 'Its name, as patients know it.' })
  readonly name!: string

  @Field(() => String, { description: 'Who makes it.' })
  readonly supplier!: string

  @Field(() => String, {
    nullable: true,
    description: 'Its client id, as tokens name it.'
  })
  readonly clientId?: string | null

  @Field(() => [CitizenServiceEnum], { description: 'What it provides.' })
  readonly services!: readonly CitizenService[]
}

@ArgsType()
export class RemoveSolutionArgs extends PracticeChangeArgs {
  @Field(() => ID, { description: 'Which Solution.' })
  readonly solutionId!: string
}

@InputType({ description: 'An app that is to be a Solution no longer.' })
export class RemoveSolutionInput extends ChangeInput {}

@ObjectType({
  description: 'The outcome of a change of the practice’s Solutions.',
  simpleResolvers: true
})
export class SolutionsPayload extends ConfigurationPayload {
  @Field(() => [SolutionView], {
    nullable: true,
    description:
      'The Solutions now, or as they would be; null when it was refused.'
  })
  readonly solutions!: readonly Solution[] | null
}

export const toSolutionAddition = (
  input: AddSolutionInput,
  dryRun: boolean
): SolutionAddition => ({
  ...toChangeRequest(input, dryRun),
  name: input.name,
  supplier: input.supplier,
  clientId: input.clientId ?? null,
  services: input.services
})

export const toSolutionRemoval = (
  solutionId: string,
  input: RemoveSolutionInput,
  dryRun: boolean
): SolutionRemoval => ({ ...toChangeRequest(input, dryRun), solutionId })
