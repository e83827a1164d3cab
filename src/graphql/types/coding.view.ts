import { Field, ObjectType } from 'type-graphql'
import type {
  CodeableConcept,
  Coding,
  Quantity
} from '../../vocabulary/coding.ts'

@ObjectType('Coding', {
  description: 'One code of one code system.',
  simpleResolvers: true
})
export class CodingView implements Coding {
  @Field(() => String, {
    description: 'Address of the code system, such as SNOMED CT.'
  })
  readonly system!: string

  @Field(() => String, { description: 'The code in that system.' })
  readonly code!: string

  @Field(() => String, {
    nullable: true,
    description: 'The term the code system has for the code.'
  })
  readonly display!: string | null
}

@ObjectType('CodeableConcept', {
  description: 'A concept as codes, as text, or both.',
  simpleResolvers: true
})
export class CodeableConceptView implements CodeableConcept {
  @Field(() => [CodingView], {
    description: 'The same concept in one or more code systems.'
  })
  readonly coding!: readonly CodingView[]

  @Field(() => String, {
    nullable: true,
    description: 'The words of whoever recorded it, where the level shows them.'
  })
  readonly text!: string | null
}

@ObjectType('Quantity', {
  description: 'An amount with its unit.',
  simpleResolvers: true
})
export class QuantityView implements Pick<Quantity, 'value' | 'unit'> {
  @Field(() => Number, { description: 'The amount.' })
  readonly value!: number

  @Field(() => String, {
    nullable: true,
    description: 'The unit as it was recorded.'
  })
  readonly unit!: string | null
}
