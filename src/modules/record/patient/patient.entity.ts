import { Entity, Property } from '@mikro-orm/decorators/legacy'
import { PracticeOwned } from '../../../database/base.entity.ts'
import type { Coding } from '../../../vocabulary/coding.ts'
import type {
  Address,
  AdministrativeGender,
  ContactPoint
} from '../../../vocabulary/demographics.ts'
import type {
  LocalDate,
  PartialDate
} from '../../../vocabulary/partial-date.ts'

/** A patient of one practice; active at one practice at a time. */
@Entity({ tableName: 'patient' })
export class PatientEntity extends PracticeOwned {
  @Property({ type: 'text' })
  nhsNumber!: string

  @Property({ type: 'text[]' })
  prefix: string[] = []

  @Property({ type: 'text[]' })
  given: string[] = []

  @Property({ type: 'text' })
  family!: string

  @Property({ type: 'text', nullable: true })
  gender: AdministrativeGender | null = null

  @Property({ type: 'date' })
  birthDate!: LocalDate

  @Property({ type: 'json', nullable: true })
  address: Address | null = null

  @Property({ type: 'json' })
  telecom: ContactPoint[] = []

  @Property({ type: 'boolean' })
  active: boolean = true

  /** Date of death, or the empty-date text `unknown`; null while alive. */
  @Property({ type: 'text', nullable: true })
  deceased: PartialDate | 'unknown' | null = null

  @Property({ type: 'boolean' })
  sensitive: boolean = false

  /** Ruling R25: kept and shown to staff, hides nothing from the patient. */
  @Property({ type: 'boolean' })
  dissentFromSharing: boolean = false

  @Property({ type: 'text', nullable: true })
  registeredFrom: PartialDate | null = null

  @Property({ type: 'text', nullable: true })
  registeredTo: PartialDate | null = null

  @Property({ type: 'json', nullable: true })
  registrationType: Coding | null = null

  /** The record's transfer from the previous practice is not complete. */
  @Property({ type: 'boolean' })
  transferPending: boolean = false

  @Property({ type: 'uuid', nullable: true })
  usualGpId: string | null = null

  @Property({ type: 'uuid', nullable: true })
  branchSurgeryId: string | null = null

  @Property({ type: 'text' })
  sourceHash: string = ''

  @Property({ type: 'integer' })
  version: number = 1

  @Property({ type: 'timestamptz' })
  updatedAt!: Date
}
