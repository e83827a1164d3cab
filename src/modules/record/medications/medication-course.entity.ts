import { Entity, Property } from '@mikro-orm/decorators/legacy'
import { RecordEntryEntity } from '../../../database/base.entity.ts'
import type {
  CodeableConcept,
  Identifier,
  Quantity
} from '../../../vocabulary/coding.ts'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'
import type {
  MedicationStatus,
  PrescribingAgency,
  PrescriptionType
} from './medication.row.ts'

/** MedicationStatement and the one plan it is based on. */
@Entity({ tableName: 'medication_course' })
export class MedicationCourseEntity extends RecordEntryEntity {
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
  status!: MedicationStatus

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
  dosageText: string | null = null

  @Property({ type: 'text', nullable: true })
  patientInstruction: string | null = null

  @Property({ type: 'text', nullable: true })
  note: string | null = null

  @Property({ type: 'text', nullable: true })
  planNote: string | null = null

  @Property({ type: 'text' })
  validityStart!: PartialDate

  @Property({ type: 'text', nullable: true })
  validityEnd: PartialDate | null = null

  @Property({ type: 'json', nullable: true })
  quantity: Quantity | null = null

  @Property({ type: 'text', nullable: true })
  quantityText: string | null = null

  @Property({ type: 'decimal', nullable: true })
  supplyDays: string | null = null

  @Property({ type: 'integer', nullable: true })
  repeatsAllowed: number | null = null

  @Property({ type: 'integer', nullable: true })
  repeatsIssued: number | null = null

  @Property({ type: 'text', nullable: true })
  authorisationExpiry: PartialDate | null = null

  @Property({ type: 'text', nullable: true })
  groupIdentifier: string | null = null

  @Property({ type: 'json', nullable: true })
  stopReason: CodeableConcept | null = null

  @Property({ type: 'text', nullable: true })
  stoppedOn: PartialDate | null = null

  @Property({ type: 'uuid' })
  recorderId!: string

  @Property({ type: 'uuid', nullable: true })
  priorCourseId: string | null = null
}
