import { Entity, Property } from '@mikro-orm/decorators/legacy'
import { AdministrativeEntity } from '../../../database/base.entity.ts'
import type { AdministrativeGender } from '../../../vocabulary/demographics.ts'

@Entity({ tableName: 'practitioner' })
export class PractitionerEntity extends AdministrativeEntity {
  @Property({ type: 'text', nullable: true })
  sdsUserId: string | null = null

  @Property({ type: 'text[]' })
  prefix: string[] = []

  @Property({ type: 'text[]' })
  given: string[] = []

  @Property({ type: 'text' })
  family!: string

  @Property({ type: 'text', nullable: true })
  gender: AdministrativeGender | null = null
}
