import { Entity, Property } from '@mikro-orm/decorators/legacy'
import { ConsultationItemEntity } from '../../../database/base.entity.ts'
import type { CodeableConcept } from '../../../vocabulary/coding.ts'
import type { Party } from '../people/party.ts'

@Entity({ tableName: 'investigation_request' })
export class InvestigationRequestEntity extends ConsultationItemEntity {
  @Property({ type: 'json', nullable: true })
  code: CodeableConcept | null = null

  @Property({ type: 'json', nullable: true })
  requester: Party | null = null

  @Property({ type: 'json', nullable: true })
  performer: Party | null = null

  @Property({ type: 'json' })
  reasons: CodeableConcept[] = []

  @Property({ type: 'text', nullable: true })
  note: string | null = null
}
