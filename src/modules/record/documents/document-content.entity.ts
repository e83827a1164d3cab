import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'

/** A document's bytes, apart from the rows that lists are read from. */
@Entity({ tableName: 'document_content' })
export class DocumentContentEntity {
  @PrimaryKey({ type: 'uuid' })
  practiceId!: string

  @PrimaryKey({ type: 'uuid' })
  documentId!: string

  @Property({ type: 'blob' })
  content!: Buffer
}
