import { Entity, Property } from '@mikro-orm/decorators/legacy'
import { ConsultationItemEntity } from '../../../database/base.entity.ts'
import type { CodeableConcept, Quantity } from '../../../vocabulary/coding.ts'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'
import type { ImmunisationProtocol } from './immunisation.row.ts'

@Entity({ tableName: 'immunisation' })
export class ImmunisationEntity extends ConsultationItemEntity {
  @Property({ type: 'json', nullable: true })
  vaccineCode: CodeableConcept | null = null

  @Property({ type: 'json' })
  procedureCode!: CodeableConcept

  @Property({ type: 'boolean' })
  notGiven: boolean = false

  @Property({ type: 'text', nullable: true })
  givenOn: PartialDate | null = null

  @Property({ type: 'text' })
  recordedOn!: PartialDate

  @Property({ type: 'boolean' })
  primarySource: boolean = true

  @Property({ type: 'boolean', nullable: true })
  parentPresent: boolean | null = null

  @Property({ type: 'text', nullable: true })
  manufacturer: string | null = null

  @Property({ type: 'text', nullable: true })
  lotNumber: string | null = null

  @Property({ type: 'text', nullable: true })
  expiresOn: PartialDate | null = null

  @Property({ type: 'json', nullable: true })
  site: CodeableConcept | null = null

  @Property({ type: 'json', nullable: true })
  route: CodeableConcept | null = null

  @Property({ type: 'json', nullable: true })
  doseQuantity: Quantity | null = null

  @Property({ type: 'json' })
  reasons: CodeableConcept[] = []

  @Property({ type: 'json' })
  reasonsNotGiven: CodeableConcept[] = []

  @Property({ type: 'json' })
  protocols: ImmunisationProtocol[] = []

  @Property({ type: 'text', nullable: true })
  note: string | null = null

  @Property({ type: 'uuid', nullable: true })
  administeredById: string | null = null

  @Property({ type: 'uuid', nullable: true })
  recorderId: string | null = null

  @Property({ type: 'uuid', nullable: true })
  locationId: string | null = null
}
