import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { CitizenService } from '../../../vocabulary/citizen-service.ts'

/** An app that provides citizen services with this practice (E00166 AC6). */
@Entity({ tableName: 'solution' })
export class SolutionEntity {
  @PrimaryKey({ type: 'uuid' })
  practiceId!: string

  @PrimaryKey({ type: 'uuid' })
  id!: string

  @Property({ type: 'text' })
  name!: string

  /** Normalised: the practice has each name once. */
  @Property({ type: 'text' })
  nameKey!: string

  @Property({ type: 'text' })
  supplier!: string

  /** As tokens name the app; null for one that brings none of its own. */
  @Property({ type: 'text', nullable: true })
  clientId: string | null = null

  @Property({ type: 'array' })
  services!: CitizenService[]

  @Property({ type: 'timestamptz' })
  addedAt!: Date

  /** Kept when it is removed, so that the audit's ids stay readable. */
  @Property({ type: 'timestamptz', nullable: true })
  removedAt: Date | null = null
}
