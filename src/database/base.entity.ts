import { PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { Identifier } from '../vocabulary/coding.ts'
import type { LocalDate } from '../vocabulary/partial-date.ts'

/** A row of one practice: the key of every table starts with the practice. */
export abstract class PracticeOwned {
  @PrimaryKey({ type: 'uuid' })
  practiceId!: string

  @PrimaryKey({ type: 'uuid' })
  id!: string
}

/** A person or place: sent with a version id (digest section 4.1). */
export abstract class AdministrativeEntity extends PracticeOwned {
  /** Finds the same thing again when the source sends it again. */
  @Property({ type: 'text' })
  sourceKey!: string

  @Property({ type: 'integer' })
  version: number = 1

  @Property({ type: 'timestamptz' })
  updatedAt!: Date
}

/** What every clinical entry has, whatever its area. */
export abstract class RecordEntryEntity extends PracticeOwned {
  @Property({ type: 'uuid' })
  patientId!: string

  /** Ruling R22, as are all dates of an entry. */
  @Property({ type: 'date', nullable: true })
  clinicalDate: LocalDate | null = null

  /** Last day of the interval a partial clinical date stands for. */
  @Property({ type: 'date', nullable: true })
  clinicalUntil: LocalDate | null = null

  @Property({ type: 'date', nullable: true })
  recordedDate: LocalDate | null = null

  @Property({ type: 'json' })
  identifiers!: Identifier[]

  @Property({ type: 'text' })
  sourceKey!: string

  /** Digest of the content as it came; equal means unchanged (R17). */
  @Property({ type: 'text' })
  sourceHash!: string

  @Property({ type: 'integer' })
  version: number = 1

  @Property({ type: 'boolean' })
  restricted: boolean = false

  @Property({ type: 'timestamptz', nullable: true })
  restrictedAt: Date | null = null

  @Property({ type: 'text', nullable: true })
  restrictedBy: string | null = null

  @Property({ type: 'text', nullable: true })
  restrictedReason: string | null = null

  @Property({ type: 'boolean' })
  staffConfidential: boolean = false

  @Property({ type: 'boolean' })
  enteredInError: boolean = false

  @Property({ type: 'timestamptz' })
  createdAt!: Date
}

/** An entry that may have been recorded in a consultation (Ruling R16). */
export abstract class ConsultationItemEntity extends RecordEntryEntity {
  @Property({ type: 'uuid', nullable: true })
  consultationId: string | null = null
}
