import { Entity, Property } from '@mikro-orm/decorators/legacy'
import type { CodeableConcept, Identifier } from '../../../vocabulary/coding.ts'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'
import { MedicationSupplyEntity } from './medication-supply.entity.ts'
import type {
  MedicationStatus,
  PrescribingAgency,
  PrescriptionType
} from './medication.row.ts'

/** MedicationStatement and the one plan it is based on. */
@Entity({ tableName: 'medication_course' })
export class MedicationCourseEntity extends MedicationSupplyEntity {
  @Property({ type: 'uuid' })
  planId!: string

  @Property({ type: 'json' })
  planIdentifiers!: Identifier[]

  @Property({ type: 'json' })
  medication!: CodeableConcept

  @Property({ type: 'text' })
  prescriptionType!: PrescriptionType

  @Property({ type: 'text' })
  prescribingAgency!: PrescribingAgency

  @Property({ type: 'text' })
  planStatus!: MedicationStatus

  @Property({ type: 'text' })
  effectiveStart!: PartialDate

  @Property({ type: 'text', nullable: true })
  effectiveEnd: PartialDate | null = null

  @Property({ type: 'text', nullable: true })
  dateAsserted: PartialDate | null = null

  @Property({ type: 'text' })
  planAuthoredOn!: PartialDate

  @Property({ type: 'text', nullable: true })
  lastIssueDate: PartialDate | null = null

  @Property({ type: 'text', nullable: true })
  planNote: string | null = null

  @Property({ type: 'integer', nullable: true })
  repeatsAllowed: number | null = null

  @Property({ type: 'integer', nullable: true })
  repeatsIssued: number | null = null

  @Property({ type: 'text', nullable: true })
  authorisationExpiry: PartialDate | null = null

  @Property({ type: 'json', nullable: true })
  stopReason: CodeableConcept | null = null

  @Property({ type: 'text', nullable: true })
  stoppedOn: PartialDate | null = null

  @Property({ type: 'uuid', nullable: true })
  priorCourseId: string | null = null
}
