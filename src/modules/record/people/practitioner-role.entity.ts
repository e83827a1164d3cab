import { Entity, Property } from '@mikro-orm/decorators/legacy'
import { AdministrativeEntity } from '../../../database/base.entity.ts'
import type { Coding } from '../../../vocabulary/coding.ts'

/** What a practitioner does for an organisation. */
@Entity({ tableName: 'practitioner_role' })
export class PractitionerRoleEntity extends AdministrativeEntity {
  @Property({ type: 'uuid' })
  practitionerId!: string

  /** The practice's own id, or that of another organisation; null unknown. */
  @Property({ type: 'uuid', nullable: true })
  organizationId: string | null = null

  @Property({ type: 'text', nullable: true })
  roleProfileId: string | null = null

  /** SDS job role name. */
  @Property({ type: 'json', nullable: true })
  jobRole: Coding | null = null
}
