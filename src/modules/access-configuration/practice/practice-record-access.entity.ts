import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy'
import { RecordSwitchesEntity } from '../record-switches.entity.ts'

/** What a practice lets its patients see at most (E00171). */
@Entity({ tableName: 'practice_record_access' })
export class PracticeRecordAccessEntity extends RecordSwitchesEntity {
  @PrimaryKey({ type: 'uuid' })
  practiceId!: string
}
