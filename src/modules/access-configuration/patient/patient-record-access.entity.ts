import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { Competence } from '../../../policy/online-access.ts'
import type { MasterState } from '../../../policy/record-access-switches.ts'
import type { LocalDate } from '../../../vocabulary/partial-date.ts'
import { RecordSwitchesEntity } from '../record-switches.entity.ts'

/** What one patient may see (E00172), and whether they may at all (E00166). */
@Entity({ tableName: 'patient_record_access' })
export class PatientRecordAccessEntity extends RecordSwitchesEntity {
  @PrimaryKey({ type: 'uuid' })
  practiceId!: string

  @PrimaryKey({ type: 'uuid' })
  patientId!: string

  @Property({ type: 'boolean' })
  prospectiveEnabled: boolean = false

  @Property({ type: 'date', nullable: true })
  prospectiveStart: LocalDate | null = null

  @Property({ type: 'date', nullable: true })
  prospectiveChangedOn: LocalDate | null = null

  @Property({ type: 'text' })
  masterState: MasterState = 'NEVER_ENABLED'

  @Property({ type: 'text' })
  competence: Competence = 'NOT_ASSESSED'

  @Property({ type: 'text', nullable: true })
  competenceReason: string | null = null
}
