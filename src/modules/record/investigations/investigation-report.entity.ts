import { Entity, Property } from '@mikro-orm/decorators/legacy'
import { ConsultationItemEntity } from '../../../database/base.entity.ts'
import type { CodeableConcept } from '../../../vocabulary/coding.ts'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'
import type { Party } from '../people/party.ts'
import type { ReportStatus } from './investigation.row.ts'

@Entity({ tableName: 'investigation_report' })
export class InvestigationReportEntity extends ConsultationItemEntity {
  @Property({ type: 'json', nullable: true })
  code: CodeableConcept | null = null

  @Property({ type: 'json', nullable: true })
  category: CodeableConcept | null = null

  @Property({ type: 'text' })
  status!: ReportStatus

  @Property({ type: 'text' })
  issued!: PartialDate

  @Property({ type: 'text', nullable: true })
  conclusion: string | null = null

  @Property({ type: 'json' })
  codedDiagnoses: CodeableConcept[] = []

  @Property({ type: 'json' })
  performers: Party[] = []

  @Property({ type: 'uuid[]' })
  requestIds: string[] = []

  @Property({ type: 'uuid[]' })
  specimenIds: string[] = []

  /** Not filed yet (Ruling R15). */
  @Property({ type: 'boolean' })
  unfiled: boolean = false
}
