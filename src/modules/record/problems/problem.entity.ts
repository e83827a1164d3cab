import { Entity, Property } from '@mikro-orm/decorators/legacy'
import { ConsultationItemEntity } from '../../../database/base.entity.ts'
import type { CodeableConcept } from '../../../vocabulary/coding.ts'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'
import type {
  ProblemClinicalStatus,
  ProblemSignificance
} from './problem.row.ts'

@Entity({ tableName: 'problem' })
export class ProblemEntity extends ConsultationItemEntity {
  @Property({ type: 'json' })
  code!: CodeableConcept

  @Property({ type: 'text' })
  clinicalStatus!: ProblemClinicalStatus

  @Property({ type: 'text' })
  significance!: ProblemSignificance

  @Property({ type: 'text', nullable: true })
  onset: PartialDate | null = null

  @Property({ type: 'text', nullable: true })
  abatement: PartialDate | null = null

  @Property({ type: 'text' })
  assertedDate!: PartialDate

  @Property({ type: 'text', nullable: true })
  note: string | null = null

  @Property({ type: 'uuid' })
  asserterId!: string
}
