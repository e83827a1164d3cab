import { Entity, Property } from '@mikro-orm/decorators/legacy'
import { ConsultationItemEntity } from '../../../database/base.entity.ts'
import type { CodeableConcept } from '../../../vocabulary/coding.ts'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'
import type { Party } from '../people/party.ts'
import type { ReferralPriority } from './referral.row.ts'

@Entity({ tableName: 'referral' })
export class ReferralEntity extends ConsultationItemEntity {
  @Property({ type: 'text' })
  authoredOn!: PartialDate

  @Property({ type: 'text', nullable: true })
  priority: ReferralPriority | null = null

  @Property({ type: 'json', nullable: true })
  type: CodeableConcept | null = null

  @Property({ type: 'json' })
  services: CodeableConcept[] = []

  @Property({ type: 'json' })
  reasons: CodeableConcept[] = []

  @Property({ type: 'json', nullable: true })
  specialty: CodeableConcept | null = null

  @Property({ type: 'text', nullable: true })
  description: string | null = null

  @Property({ type: 'text', nullable: true })
  note: string | null = null

  @Property({ type: 'json', nullable: true })
  requester: Party | null = null

  @Property({ type: 'uuid', nullable: true })
  onBehalfOfId: string | null = null

  @Property({ type: 'json' })
  recipients: Party[] = []
}
