import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'

/** The content an entry had before it was replaced; nothing is overwritten. */
@Entity({ tableName: 'entry_version' })
export class EntryVersionEntity {
  @PrimaryKey({ type: 'uuid' })
  practiceId!: string

  @PrimaryKey({ type: 'uuid' })
  entryId!: string

  @PrimaryKey({ type: 'integer' })
  version!: number

  @Property({ type: 'uuid' })
  patientId!: string

  @Property({ type: 'text' })
  entryKind!: string

  @Property({ type: 'json' })
  content!: object

  @Property({ type: 'timestamptz' })
  replacedAt!: Date
}
