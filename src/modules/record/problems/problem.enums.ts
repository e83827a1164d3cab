import { registerEnumType } from 'type-graphql'

export const ProblemClinicalStatusEnum = {
  ACTIVE: 'active',
  INACTIVE: 'inactive'
}
export const ProblemSignificanceEnum = { MAJOR: 'major', MINOR: 'minor' }
export const ProblemRelationEnum = {
  PARENT: 'PARENT',
  CHILD: 'CHILD',
  SIBLING: 'SIBLING'
}

registerEnumType(ProblemClinicalStatusEnum, {
  name: 'ProblemClinicalStatus',
  description: 'Whether the problem still matters.',
  valuesConfig: {
    ACTIVE: { description: 'It does.' },
    INACTIVE: { description: 'It is over, or dormant.' }
  }
})
registerEnumType(ProblemSignificanceEnum, {
  name: 'ProblemSignificance',
  description: 'How much weight the clinician gave it.',
  valuesConfig: {
    MAJOR: { description: 'Significant.' },
    MINOR: { description: 'Of less significance.' }
  }
})
registerEnumType(ProblemRelationEnum, {
  name: 'ProblemRelation',
  description: 'What another problem is to this one.',
  valuesConfig: {
    PARENT: { description: 'This one is a part of it.' },
    CHILD: { description: 'It is a part of this one.' },
    SIBLING: { description: 'Both belong together.' }
  }
})
