import { Entity, Property } from '@mikro-orm/decorators/legacy'
import { RecordEntryEntity } from '../../../database/base.entity.ts'
import type {
  CodeableConcept,
  Identifier,
  Quantity
} from '../../../vocabulary/coding.ts'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'
import type { SpecimenStatus } from './investigation.row.ts'

@Entity({ tableName: 'specimen' })
export class SpecimenEntity extends RecordEntryEntity {
  @Property({ type: 'json', nullable: true })
  accession: Identifier | null = null

  @Property({ type: 'text', nullable: true })
  status: SpecimenStatus | null = null

  @Property({ type: 'json', nullable: true })
  type: CodeableConcept | null = null

  @Property({ type: 'text', nullable: true })
  receivedOn: PartialDate | null = null

  @Property({ type: 'text', nullable: true })
  collectedOn: PartialDate | null = null

  @Property({ type: 'text', nullable: true })
  collectedUntil: PartialDate | null = null

  @Property({ type: 'json', nullable: true })
  fastingStatus: CodeableConcept | null = null

  @Property({ type: 'json', nullable: true })
  bodySite: CodeableConcept | null = null

  @Property({ type: 'json', nullable: true })
  quantity: Quantity | null = null

  @Property({ type: 'text', nullable: true })
  note: string | null = null

  @Property({ type: 'uuid', nullable: true })
  collectorId: string | null = null
}
