import { Property } from '@mikro-orm/decorators/legacy'
import { ConsultationItemEntity } from '../../../database/base.entity.ts'
import type { Quantity } from '../../../vocabulary/coding.ts'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'
import type { MedicationStatus } from './medication.row.ts'

/** What a plan and an issue both say of the supply. */
export abstract class MedicationSupplyEntity extends ConsultationItemEntity {
  @Property({ type: 'text' })
  status!: MedicationStatus

  @Property({ type: 'text' })
  validityStart!: PartialDate

  @Property({ type: 'text', nullable: true })
  validityEnd: PartialDate | null = null

  @Property({ type: 'text', nullable: true })
  dosageText: string | null = null

  @Property({ type: 'text', nullable: true })
  patientInstruction: string | null = null

  @Property({ type: 'text', nullable: true })
  note: string | null = null

  @Property({ type: 'json', nullable: true })
  quantity: Quantity | null = null

  @Property({ type: 'text', nullable: true })
  quantityText: string | null = null

  @Property({ type: 'decimal', nullable: true })
  supplyDays: string | null = null

  @Property({ type: 'text', nullable: true })
  groupIdentifier: string | null = null

  @Property({ type: 'uuid' })
  recorderId!: string
}
