import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { enumOf } from '../../graphql/types/enum.ts'
import { OdsCodeScalar } from '../../graphql/types/scalars.ts'
import { STAFF_PERMISSIONS, type StaffPermission } from '../../policy/viewer.ts'

const ViewerKindEnum = enumOf(['ANONYMOUS', 'PATIENT', 'PRACTICE_STAFF'])
export type ViewerKind = keyof typeof ViewerKindEnum

registerEnumType(ViewerKindEnum, {
  name: 'ViewerKind',
  description: 'Who is asking.',
  valuesConfig: {
    ANONYMOUS: { description: 'Nobody known: no token was sent.' },
    PATIENT: { description: 'A citizen.' },
    PRACTICE_STAFF: { description: 'A member of a practice’s staff.' }
  }
})

const StaffPermissionEnum = enumOf(STAFF_PERMISSIONS)

registerEnumType(StaffPermissionEnum, {
  name: 'StaffPermission',
  description: 'What a member of staff is permitted to do.',
  valuesConfig: {
    VIEW_CONFIGURATION: { description: 'See how online access is set.' },
    CONFIGURE_PATIENT: { description: 'Set a patient’s online access.' },
    CONFIGURE_PRACTICE: { description: 'Set the practice’s online access.' },
    VIEW_RECORD: { description: 'See patients’ records.' }
  }
})

@ObjectType({
  description: 'What is known of a member of staff.',
  simpleResolvers: true
})
export class StaffIdentity {
  @Field(() => OdsCodeScalar, { description: 'The practice they work at.' })
  readonly odsCode!: string

  @Field(() => String, { description: 'Their role profile there.' })
  readonly roleProfileId!: string

  @Field(() => [StaffPermissionEnum], { description: 'What they may do.' })
  readonly permissions!: readonly StaffPermission[]
}

@ObjectType('Viewer', {
  description: 'Whoever is asking.',
  simpleResolvers: true
})
export class ViewerView {
  @Field(() => ViewerKindEnum, { description: 'Who they are.' })
  readonly kind!: ViewerKind

  @Field(() => StaffIdentity, {
    nullable: true,
    description: 'For staff: where they work and what they may do.'
  })
  readonly staff!: StaffIdentity | null
}
