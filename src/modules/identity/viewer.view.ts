import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { enumOf } from '../../graphql/types/enum.ts'
import { OdsCodeScalar } from '../../graphql/types/scalars.ts'
import {
  STAFF_PERMISSIONS,
  STAFF_ROLES,
  type StaffPermission,
  type StaffRole
} from '../../policy/viewer.ts'

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
    MANAGE_ACCOUNTS: { description: 'Create and change citizens’ accounts.' },
    REVIEW_RECORD: { description: 'Restrict what is in a record already.' },
    ENTER_RECORD: { description: 'Enter into patients’ records.' },
    VIEW_RECORD: { description: 'See patients’ records.' },
    PROCESS_REQUESTS: { description: 'Work on what citizens asked for.' },
    READ_AUDIT: { description: 'Read who did and saw what.' }
  }
})

export const StaffRoleEnum = enumOf(STAFF_ROLES)

registerEnumType(StaffRoleEnum, {
  name: 'StaffRole',
  description: 'A role at a practice; it stands for a set of permissions.',
  valuesConfig: {
    GP: { description: 'Treats patients, and decides what they see.' },
    NURSE: { description: 'Treats patients.' },
    PRACTICE_MANAGER: { description: 'Runs the practice and its settings.' },
    PATIENT_ADMINISTRATOR: { description: 'Registers patients online.' },
    PRESCRIPTION_CLERK: { description: 'Works on prescription requests.' },
    RECEPTIONIST: { description: 'Looks things up for patients.' },
    PRIVACY_OFFICER: { description: 'Watches over who sees what.' }
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

  @Field(() => [StaffRoleEnum], {
    description: 'Their roles there, without those that mean nothing here.'
  })
  readonly roles!: readonly StaffRole[]

  @Field(() => [StaffPermissionEnum], {
    description: 'What they may do, by their roles and RBAC activities.'
  })
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
