import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { Address } from '../../../vocabulary/demographics.ts'

/** A GP practice; the same row is its FHIR Organization. */
@Entity({ tableName: 'practice' })
export class PracticeEntity {
  @PrimaryKey({ type: 'uuid' })
  id!: string

  @Property({ type: 'text' })
  odsCode!: string

  @Property({ type: 'text' })
  name!: string

  @Property({ type: 'json', nullable: true })
  address: Address | null = null

  @Property({ type: 'text', nullable: true })
  telephone: string | null = null

  @Property({ type: 'integer' })
  version: number = 1

  @Property({ type: 'timestamptz' })
  updatedAt!: Date
}
