import { Entity, Property } from '@mikro-orm/decorators/legacy'
import { ConsultationItemEntity } from '../../../database/base.entity.ts'
import type { CodeableConcept } from '../../../vocabulary/coding.ts'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'
import type { Party } from '../people/party.ts'

@Entity({ tableName: 'document' })
export class DocumentEntity extends ConsultationItemEntity {
  @Property({ type: 'json' })
  type!: CodeableConcept

  @Property({ type: 'text', nullable: true })
  description: string | null = null

  @Property({ type: 'text', nullable: true })
  title: string | null = null

  @Property({ type: 'text', nullable: true })
  created: PartialDate | null = null

  @Property({ type: 'text' })
  indexed!: PartialDate

  @Property({ type: 'text' })
  contentType!: string

  @Property({ type: 'integer' })
  size!: number

  /** Names the very bytes that are held; null when none are. */
  @Property({ type: 'uuid', nullable: true })
  binaryId: string | null = null

  @Property({ type: 'json', nullable: true })
  practiceSetting: CodeableConcept | null = null

  @Property({ type: 'json' })
  authors!: Party[]

  @Property({ type: 'uuid', nullable: true })
  custodianId: string | null = null

  @Property({ type: 'boolean' })
  unreviewed: boolean = false
}
