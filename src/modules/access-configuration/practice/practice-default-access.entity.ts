import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { LocalDate } from '../../../vocabulary/partial-date.ts'

/** What patients get when their services are first enabled (Ruling R14). */
@Entity({ tableName: 'practice_default_access' })
export class PracticeDefaultAccessEntity {
  @PrimaryKey({ type: 'uuid' })
  practiceId!: string

  /** Whether these are for patients who may be harmed by access. */
  @PrimaryKey({ type: 'boolean' })
  atRisk!: boolean

  @Property({ type: 'boolean' })
  summaryEnabled: boolean = false

  @Property({ type: 'boolean' })
  detailedCodedEnabled: boolean = false

  @Property({ type: 'boolean' })
  documentEnabled: boolean = false

  @Property({ type: 'boolean' })
  fullRecordEnabled: boolean = false

  @Property({ type: 'date', nullable: true })
  fullRecordStart: LocalDate | null = null

  @Property({ type: 'boolean' })
  prospectiveEnabled: boolean = false

  @Property({ type: 'date', nullable: true })
  prospectiveStart: LocalDate | null = null

  @Property({ type: 'boolean' })
  prescriptionOrdering: boolean = false
}
