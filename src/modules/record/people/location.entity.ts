import { Entity, Property } from '@mikro-orm/decorators/legacy'
import { AdministrativeEntity } from '../../../database/base.entity.ts'
import type { Address } from '../../../vocabulary/demographics.ts'

/** A place of care, such as a branch surgery. */
@Entity({ tableName: 'location' })
export class LocationEntity extends AdministrativeEntity {
  @Property({ type: 'text', nullable: true })
  odsSiteCode: string | null = null

  @Property({ type: 'text' })
  name!: string

  @Property({ type: 'json', nullable: true })
  address: Address | null = null

  @Property({ type: 'text', nullable: true })
  telephone: string | null = null
}
