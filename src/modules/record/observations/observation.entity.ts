import { Entity, Property } from '@mikro-orm/decorators/legacy'
import { ConsultationItemEntity } from '../../../database/base.entity.ts'
import type { CodeableConcept } from '../../../vocabulary/coding.ts'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'
import type { ObservationKind } from '../entry-kinds.ts'
import type { Party } from '../people/party.ts'
import type { ObservationValue } from './observation-value.ts'
import type {
  ObservationComponent,
  ObservationStatus,
  ReferenceRange
} from './observation.row.ts'

@Entity({ tableName: 'observation' })
export class ObservationEntity extends ConsultationItemEntity {
  @Property({ type: 'text' })
  kind!: ObservationKind

  @Property({ type: 'text' })
  status!: ObservationStatus

  @Property({ type: 'json' })
  code!: CodeableConcept

  @Property({ type: 'json', nullable: true })
  category: CodeableConcept | null = null

  @Property({ type: 'text', nullable: true })
  effective: PartialDate | null = null

  @Property({ type: 'text', nullable: true })
  effectiveUntil: PartialDate | null = null

  @Property({ type: 'text' })
  issued!: PartialDate

  @Property({ type: 'json', nullable: true })
  value: ObservationValue | null = null

  @Property({ type: 'json', nullable: true })
  dataAbsentReason: CodeableConcept | null = null

  @Property({ type: 'json', nullable: true })
  interpretation: CodeableConcept | null = null

  @Property({ type: 'json', nullable: true })
  bodySite: CodeableConcept | null = null

  @Property({ type: 'json', nullable: true })
  method: CodeableConcept | null = null

  @Property({ type: 'json' })
  referenceRanges: ReferenceRange[] = []

  @Property({ type: 'json' })
  components: ObservationComponent[] = []

  @Property({ type: 'text', nullable: true })
  comment: string | null = null

  @Property({ type: 'json' })
  performers: Party[] = []

  @Property({ type: 'uuid', nullable: true })
  reportId: string | null = null

  @Property({ type: 'uuid', nullable: true })
  groupId: string | null = null

  @Property({ type: 'uuid', nullable: true })
  aboutId: string | null = null

  @Property({ type: 'uuid', nullable: true })
  specimenId: string | null = null
}
