import { Property } from '@mikro-orm/decorators/legacy'
import type { LocalDate } from '../../vocabulary/partial-date.ts'

/** The switches that practice and patient both have, one column a fact. */
export abstract class RecordSwitchesEntity {
  @Property({ type: 'boolean' })
  summaryEnabled: boolean = false

  @Property({ type: 'date', nullable: true })
  summaryChangedOn: LocalDate | null = null

  @Property({ type: 'boolean' })
  detailedCodedEnabled: boolean = false

  @Property({ type: 'date', nullable: true })
  detailedCodedChangedOn: LocalDate | null = null

  @Property({ type: 'boolean' })
  documentEnabled: boolean = false

  @Property({ type: 'date', nullable: true })
  documentChangedOn: LocalDate | null = null

  @Property({ type: 'boolean' })
  fullRecordEnabled: boolean = false

  @Property({ type: 'date', nullable: true })
  fullRecordStart: LocalDate | null = null

  @Property({ type: 'date', nullable: true })
  fullRecordChangedOn: LocalDate | null = null

  /** E00170: effective only while it is on at both sides (Ruling R7). */
  @Property({ type: 'boolean' })
  prescriptionOrdering: boolean = false

  @Property({ type: 'integer' })
  version: number = 1

  @Property({ type: 'timestamptz' })
  updatedAt!: Date

  @Property({ type: 'text', nullable: true })
  updatedBy: string | null = null
}
