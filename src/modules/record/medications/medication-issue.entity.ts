import { Entity, Property } from '@mikro-orm/decorators/legacy'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'
import { MedicationSupplyEntity } from './medication-supply.entity.ts'

/** An order made on a plan: one issue of a prescription. */
@Entity({ tableName: 'medication_issue' })
export class MedicationIssueEntity extends MedicationSupplyEntity {
  @Property({ type: 'uuid' })
  courseId!: string

  @Property({ type: 'text' })
  authoredOn!: PartialDate
}
