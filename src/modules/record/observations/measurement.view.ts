import { Field, ObjectType, registerEnumType } from 'type-graphql'
import {
  CodeableConceptView,
  QuantityView
} from '../../../graphql/types/coding.view.ts'
import { ObservationValueView, toValueView } from './observation-value.view.ts'
import type {
  ObservationComponent,
  ObservationStatus,
  ReferenceRange
} from './observation.row.ts'

export const ObservationStatusEnum = {
  REGISTERED: 'registered',
  PRELIMINARY: 'preliminary',
  FINAL: 'final',
  AMENDED: 'amended',
  CORRECTED: 'corrected',
  CANCELLED: 'cancelled',
  ENTERED_IN_ERROR: 'entered-in-error',
  UNKNOWN: 'unknown'
} as const satisfies Record<string, ObservationStatus>

registerEnumType(ObservationStatusEnum, {
  name: 'ObservationStatus',
  description: 'How final something observed is, as its source has it.',
  valuesConfig: {
    REGISTERED: { description: 'Begun; there is no result yet.' },
    PRELIMINARY: { description: 'A first result that may still change.' },
    FINAL: { description: 'Complete.' },
    AMENDED: { description: 'Added to or changed since it was final.' },
    CORRECTED: { description: 'Changed, since it was wrong.' },
    CANCELLED: { description: 'Not carried out.' },
    ENTERED_IN_ERROR: { description: 'Recorded by mistake.' },
    UNKNOWN: { description: 'The source does not say.' }
  }
})

@ObjectType('ReferenceRange', {
  description: 'What is usual, for whom.',
  simpleResolvers: true
})
export class ReferenceRangeView implements ReferenceRange {
  @Field(() => QuantityView, { nullable: true, description: 'Lower end.' })
  readonly low!: ReferenceRange['low']

  @Field(() => QuantityView, { nullable: true, description: 'Upper end.' })
  readonly high!: ReferenceRange['high']

  @Field(() => CodeableConceptView, {
    nullable: true,
    description: 'What kind of range it is.'
  })
  readonly type!: CodeableConceptView | null

  @Field(() => [CodeableConceptView], { description: 'Whom it is for.' })
  readonly appliesTo!: readonly CodeableConceptView[]

  @Field(() => QuantityView, {
    nullable: true,
    description: 'From which age it holds.'
  })
  readonly ageLow!: ReferenceRange['ageLow']

  @Field(() => QuantityView, {
    nullable: true,
    description: 'Until which age it holds.'
  })
  readonly ageHigh!: ReferenceRange['ageHigh']

  @Field(() => String, {
    nullable: true,
    description: 'The range in words; only at full.'
  })
  readonly text!: string | null
}

@ObjectType('ObservationComponent', {
  description: 'One of several measurements made together.',
  simpleResolvers: true
})
export class ObservationComponentView {
  @Field(() => CodeableConceptView, { description: 'What was measured.' })
  readonly code!: CodeableConceptView

  @Field(() => ObservationValueView, {
    nullable: true,
    description: 'The result, as far as the level shows it.'
  })
  readonly value!: ObservationValueView | null

  @Field(() => CodeableConceptView, {
    nullable: true,
    description: 'Why there is no result.'
  })
  readonly dataAbsentReason!: CodeableConceptView | null

  @Field(() => CodeableConceptView, {
    nullable: true,
    description: 'How the result compares, such as high or low.'
  })
  readonly interpretation!: CodeableConceptView | null

  @Field(() => [ReferenceRangeView], { description: 'What is usual.' })
  readonly referenceRanges!: readonly ReferenceRangeView[]
}

export const toComponentView = (
  component: ObservationComponent
): ObservationComponentView => ({
  ...component,
  value: toValueView(component.value)
})
