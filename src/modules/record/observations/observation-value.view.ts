import { Field, ObjectType, registerEnumType } from 'type-graphql'
import {
  CodeableConceptView,
  QuantityView
} from '../../../graphql/types/coding.view.ts'
import { PartialDateScalar } from '../../../graphql/types/scalars.ts'
import type {
  Comparator,
  ObservationValue,
  ObservationValuePart,
  ObservationValueType
} from './observation-value.ts'

const ObservationValueTypeEnum = {
  QUANTITY: 'quantity',
  TEXT: 'text',
  CONCEPT: 'concept',
  BOOLEAN: 'boolean',
  DATE_TIME: 'dateTime',
  TIME: 'time',
  PERIOD: 'period',
  RANGE: 'range',
  RATIO: 'ratio'
}
const ComparatorEnum = {
  LESS_THAN: '<',
  AT_MOST: '<=',
  AT_LEAST: '>=',
  MORE_THAN: '>'
}

registerEnumType(ObservationValueTypeEnum, {
  name: 'ObservationValueType',
  description: 'What a result is, and so which fields have it.',
  valuesConfig: {
    QUANTITY: { description: 'An amount: `quantity` and `comparator`.' },
    TEXT: { description: 'Words: `text`.' },
    CONCEPT: { description: 'A code: `concept`.' },
    BOOLEAN: { description: 'Yes or no: `boolean`.' },
    DATE_TIME: { description: 'A date: `dateTime`.' },
    TIME: { description: 'A time of day: `time`.' },
    PERIOD: { description: 'A span of time: `start` and `end`.' },
    RANGE: { description: 'Between two amounts: `low` and `high`.' },
    RATIO: { description: 'Two amounts: `numerator` and `denominator`.' }
  }
})
registerEnumType(ComparatorEnum, {
  name: 'Comparator',
  description: 'On which side of an amount the true one lies.',
  valuesConfig: {
    LESS_THAN: { description: 'Less than it.' },
    AT_MOST: { description: 'That or less.' },
    AT_LEAST: { description: 'That or more.' },
    MORE_THAN: { description: 'More than it.' }
  }
})

@ObjectType('ObservationValue', {
  description: 'A result. The fields its `type` does not name are null.',
  simpleResolvers: true
})
export class ObservationValueView implements Record<
  ObservationValuePart,
  unknown
> {
  @Field(() => ObservationValueTypeEnum, { description: 'What it is.' })
  readonly type!: ObservationValueType

  @Field(() => QuantityView, { nullable: true, description: 'An amount.' })
  readonly quantity!: QuantityView | null

  @Field(() => ComparatorEnum, {
    nullable: true,
    description: 'Where the true amount lies, if it is not the very one.'
  })
  readonly comparator!: Comparator | null

  @Field(() => String, { nullable: true, description: 'Words; only at full.' })
  readonly text!: string | null

  @Field(() => CodeableConceptView, { nullable: true, description: 'A code.' })
  readonly concept!: CodeableConceptView | null

  @Field(() => Boolean, { nullable: true, description: 'Yes or no.' })
  readonly boolean!: boolean | null

  @Field(() => PartialDateScalar, { nullable: true, description: 'A date.' })
  readonly dateTime!: string | null

  @Field(() => String, { nullable: true, description: 'Time of day.' })
  readonly time!: string | null

  @Field(() => PartialDateScalar, { nullable: true, description: 'Start.' })
  readonly start!: string | null

  @Field(() => PartialDateScalar, { nullable: true, description: 'End.' })
  readonly end!: string | null

  @Field(() => QuantityView, { nullable: true, description: 'Lower end.' })
  readonly low!: QuantityView | null

  @Field(() => QuantityView, { nullable: true, description: 'Upper end.' })
  readonly high!: QuantityView | null

  @Field(() => QuantityView, { nullable: true, description: 'Upper term.' })
  readonly numerator!: QuantityView | null

  @Field(() => QuantityView, { nullable: true, description: 'Lower term.' })
  readonly denominator!: QuantityView | null
}

const NOTHING = {
  quantity: null,
  comparator: null,
  text: null,
  concept: null,
  boolean: null,
  dateTime: null,
  time: null,
  start: null,
  end: null,
  low: null,
  high: null,
  numerator: null,
  denominator: null
} as const satisfies Record<ObservationValuePart, null>

export const toValueView = (
  value: ObservationValue | null
): ObservationValueView | null => value && { ...NOTHING, ...value }
