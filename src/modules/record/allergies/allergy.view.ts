import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { CodeableConceptView } from '../../../graphql/types/coding.view.ts'
import { PartialDateScalar } from '../../../graphql/types/scalars.ts'
import type { Visible } from '../../../policy/record-access.ts'
import type { ViewContext } from '../area.ts'
import { findPractitioner, Practitioner } from '../people/practitioner.view.ts'
import { RecordEntry, toRecordEntry } from '../record-entry.view.ts'
import type {
  AllergyCategory,
  AllergyClinicalStatus,
  AllergyCriticality,
  AllergyReaction,
  AllergyRow,
  AllergyType,
  ReactionSeverity
} from './allergy.row.ts'

export const AllergyClinicalStatusEnum = {
  ACTIVE: 'active',
  RESOLVED: 'resolved'
}
const AllergyCategoryEnum = {
  MEDICATION: 'medication',
  ENVIRONMENT: 'environment'
}
const AllergyTypeEnum = { ALLERGY: 'allergy', INTOLERANCE: 'intolerance' }
const AllergyCriticalityEnum = {
  LOW: 'low',
  HIGH: 'high',
  UNABLE_TO_ASSESS: 'unable-to-assess'
}
const ReactionSeverityEnum = {
  MILD: 'mild',
  MODERATE: 'moderate',
  SEVERE: 'severe'
}

registerEnumType(AllergyClinicalStatusEnum, {
  name: 'AllergyClinicalStatus',
  description: 'Whether the allergy still holds.',
  valuesConfig: {
    ACTIVE: { description: 'It holds.' },
    RESOLVED: { description: 'It has ended.' }
  }
})
registerEnumType(AllergyCategoryEnum, {
  name: 'AllergyCategory',
  description: 'What kind of substance it is to.',
  valuesConfig: {
    MEDICATION: { description: 'A medicine.' },
    ENVIRONMENT: { description: 'Anything else.' }
  }
})
registerEnumType(AllergyTypeEnum, {
  name: 'AllergyType',
  description: 'The mechanism, as far as it is known.',
  valuesConfig: {
    ALLERGY: { description: 'An immune reaction.' },
    INTOLERANCE: { description: 'An adverse reaction of another kind.' }
  }
})
registerEnumType(AllergyCriticalityEnum, {
  name: 'AllergyCriticality',
  description: 'How dangerous a future reaction may be.',
  valuesConfig: {
    LOW: { description: 'Unlikely to be life-threatening.' },
    HIGH: { description: 'May be life-threatening.' },
    UNABLE_TO_ASSESS: { description: 'Cannot be told.' }
  }
})
registerEnumType(ReactionSeverityEnum, {
  name: 'ReactionSeverity',
  description: 'How bad the reaction was.',
  valuesConfig: {
    MILD: { description: 'Mild.' },
    MODERATE: { description: 'Moderate.' },
    SEVERE: { description: 'Severe.' }
  }
})

@ObjectType('AllergyReaction', {
  description: 'The reaction that was recorded.',
  simpleResolvers: true
})
export class AllergyReactionView implements AllergyReaction {
  @Field(() => [CodeableConceptView], { description: 'What was seen.' })
  readonly manifestation!: readonly CodeableConceptView[]

  @Field(() => ReactionSeverityEnum, {
    nullable: true,
    description: 'How bad it was.'
  })
  readonly severity!: ReactionSeverity | null

  @Field(() => CodeableConceptView, {
    nullable: true,
    description: 'How the substance came into the body.'
  })
  readonly exposureRoute!: CodeableConceptView | null

  @Field(() => String, {
    nullable: true,
    description: 'Description in words; only at full.'
  })
  readonly description!: string | null
}

@ObjectType({
  implements: RecordEntry,
  description: 'An allergy, intolerance or adverse reaction.',
  simpleResolvers: true
})
export class Allergy extends RecordEntry {
  @Field(() => CodeableConceptView, { description: 'What it is to.' })
  readonly code!: CodeableConceptView

  @Field(() => AllergyClinicalStatusEnum, {
    description: 'Whether it still holds.'
  })
  readonly clinicalStatus!: AllergyClinicalStatus

  @Field(() => [AllergyCategoryEnum], { description: 'Kinds of substance.' })
  readonly categories!: readonly AllergyCategory[]

  @Field(() => AllergyTypeEnum, { nullable: true, description: 'Mechanism.' })
  readonly type!: AllergyType | null

  @Field(() => AllergyCriticalityEnum, {
    nullable: true,
    description: 'Danger of a future reaction.'
  })
  readonly criticality!: AllergyCriticality | null

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When it began; with `assertedDate` the clinical date.'
  })
  readonly onset!: string | null

  @Field(() => PartialDateScalar, { description: 'When it was recorded.' })
  readonly assertedDate!: string

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When it last caused a reaction.'
  })
  readonly lastOccurrence!: string | null

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When it ended.'
  })
  readonly endDate!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Why it ended; only at full.'
  })
  readonly endReason!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Notes; only at full.'
  })
  readonly note!: string | null

  @Field(() => AllergyReactionView, {
    nullable: true,
    description: 'The reaction, if one was recorded.'
  })
  readonly reaction!: AllergyReactionView | null

  @Field(() => Practitioner, {
    nullable: true,
    description: 'Who recorded it.'
  })
  readonly recorder!: Practitioner | null
}

export const toAllergyView = (
  row: Visible<AllergyRow>,
  context: ViewContext
): Allergy => ({
  ...toRecordEntry(row, { kind: 'ALLERGY', area: 'ALLERGIES' }, context),
  code: row.code,
  clinicalStatus: row.clinicalStatus,
  categories: row.categories,
  type: row.type,
  criticality: row.criticality,
  onset: row.onset,
  assertedDate: row.assertedDate,
  lastOccurrence: row.lastOccurrence,
  endDate: row.endDate,
  endReason: row.endReason,
  note: row.note,
  reaction: row.reaction,
  recorder: findPractitioner(context.practitioners, row.recorderId)
})
