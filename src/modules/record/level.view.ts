import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { enumOf } from '../../graphql/types/enum.ts'
import type { WithheldContent } from '../../policy/record-access.ts'
import {
  RECORD_ACCESS_LEVELS,
  type RecordAccessLevel
} from '../../vocabulary/access-level.ts'
import { CLINICAL_AREAS_IN_ORDER } from '../../vocabulary/clinical-area.ts'

export const RecordAccessLevelEnum = enumOf(RECORD_ACCESS_LEVELS)

registerEnumType(RecordAccessLevelEnum, {
  name: 'RecordAccessLevel',
  description: 'What is seen of a record; each level includes the one before.',
  valuesConfig: {
    NONE: { description: 'Nothing.' },
    SUMMARY: { description: 'Demographics, medicines and allergies.' },
    DETAILED: { description: 'All coded entries, without free text.' },
    DOCUMENTS: { description: 'Documents as well.' },
    FULL: { description: 'Everything, free text included.' }
  }
})

const WithheldContentEnum = enumOf([...CLINICAL_AREAS_IN_ORDER, 'FREE_TEXT'])

registerEnumType(WithheldContentEnum, {
  name: 'WithheldContent',
  description: 'A part of the record that a level may keep back.',
  valuesConfig: {
    ALLERGIES: { description: 'Allergies and adverse reactions.' },
    MEDICATIONS: { description: 'Medicines and prescriptions.' },
    IMMUNISATIONS: { description: 'Immunisations.' },
    PROBLEMS: { description: 'Problems and health conditions.' },
    CONSULTATIONS: { description: 'Consultations.' },
    INVESTIGATIONS: { description: 'Test results.' },
    REFERRALS: { description: 'Referrals.' },
    UNCATEGORISED_DATA: { description: 'Other coded entries.' },
    DOCUMENTS: { description: 'Documents.' },
    FREE_TEXT: { description: 'Text in words: notes and descriptions.' }
  }
})

@ObjectType({
  description:
    'Something the level keeps back. Never says anything of restrictions.',
  simpleResolvers: true
})
export class WithheldReason {
  @Field(() => WithheldContentEnum, { description: 'What is kept back.' })
  readonly area!: WithheldContent

  @Field(() => RecordAccessLevelEnum, {
    description: 'The level that would show it.'
  })
  readonly requiredLevel!: RecordAccessLevel
}
