import { Entity, Property } from '@mikro-orm/decorators/legacy'
import { ConsultationItemEntity } from '../../../database/base.entity.ts'
import type { CodeableConcept } from '../../../vocabulary/coding.ts'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'
import type {
  AllergyCategory,
  AllergyClinicalStatus,
  AllergyCriticality,
  AllergyReaction,
  AllergyType
} from './allergy.row.ts'

@Entity({ tableName: 'allergy' })
export class AllergyEntity extends ConsultationItemEntity {
  @Property({ type: 'text' })
  clinicalStatus!: AllergyClinicalStatus

  @Property({ type: 'text[]' })
  categories!: AllergyCategory[]

  @Property({ type: 'text', nullable: true })
  type: AllergyType | null = null

  @Property({ type: 'text', nullable: true })
  criticality: AllergyCriticality | null = null

  @Property({ type: 'json' })
  code!: CodeableConcept

  @Property({ type: 'text', nullable: true })
  onset: PartialDate | null = null

  @Property({ type: 'text' })
  assertedDate!: PartialDate

  @Property({ type: 'text', nullable: true })
  lastOccurrence: PartialDate | null = null

  @Property({ type: 'text', nullable: true })
  endDate: PartialDate | null = null

  @Property({ type: 'text', nullable: true })
  endReason: string | null = null

  @Property({ type: 'text', nullable: true })
  note: string | null = null

  @Property({ type: 'json', nullable: true })
  reaction: AllergyReaction | null = null

  @Property({ type: 'uuid' })
  recorderId!: string

  @Property({ type: 'uuid', nullable: true })
  asserterId: string | null = null

  @Property({ type: 'boolean' })
  assertedByPatient: boolean = false
}
