import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { RecordSwitchesEntity } from '../record-switches.entity.ts'

/** What a practice lets its patients see and do at most (E00170, E00171). */
@Entity({ tableName: 'practice_record_access' })
export class PracticeRecordAccessEntity extends RecordSwitchesEntity {
  @PrimaryKey({ type: 'uuid' })
  practiceId!: string

  /** Ruling R18: whether Lists say that something was held back. */
  @Property({ type: 'boolean' })
  signalHiddenItems: boolean = true
}
