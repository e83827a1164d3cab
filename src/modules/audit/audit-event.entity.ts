import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'

/** Who did or was refused what; rows are only ever added (Ruling R33). */
@Entity({ tableName: 'audit_event' })
export class AuditEventEntity {
  @PrimaryKey({ type: 'uuid' })
  practiceId!: string

  @PrimaryKey({ type: 'uuid' })
  id!: string

  @Property({ type: 'timestamptz' })
  occurredAt!: Date

  @Property({ type: 'json' })
  actor!: object

  @Property({ type: 'uuid', nullable: true })
  patientId: string | null = null

  @Property({ type: 'text' })
  action!: string

  @Property({ type: 'text' })
  outcome!: string

  @Property({ type: 'json' })
  detail!: object

  @Property({ type: 'text', nullable: true })
  reason: string | null = null

  @Property({ type: 'text' })
  requestId!: string
}
