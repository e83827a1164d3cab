import { Entity, Property } from '@mikro-orm/decorators/legacy'
import { AdministrativeEntity } from '../../../database/base.entity.ts'
import type { Address } from '../../../vocabulary/demographics.ts'

/** An organisation the record names, other than the practice itself. */
@Entity({ tableName: 'organization' })
export class OrganizationEntity extends AdministrativeEntity {
  @Property({ type: 'text', nullable: true })
  odsCode: string | null = null

  @Property({ type: 'text' })
  name!: string

  @Property({ type: 'json', nullable: true })
  address: Address | null = null

  @Property({ type: 'text', nullable: true })
  telephone: string | null = null
}
