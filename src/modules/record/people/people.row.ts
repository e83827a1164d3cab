import type { Coding } from '../../../vocabulary/coding.ts'
import type {
  Address,
  AdministrativeGender
} from '../../../vocabulary/demographics.ts'

/** People and places of a record: shown at every rung (level table). */
export interface OrganizationRow {
  readonly id: string
  readonly odsCode: string | null
  readonly name: string
  readonly address: Address | null
  readonly telephone: string | null
  readonly version: number
  /** A GP practice, as opposed to another kind of organisation. */
  readonly isPractice: boolean
}

export interface LocationRow {
  readonly id: string
  readonly odsSiteCode: string | null
  readonly name: string
  readonly address: Address | null
  readonly telephone: string | null
  readonly version: number
}

export interface PractitionerRow {
  readonly id: string
  readonly sdsUserId: string | null
  readonly prefix: readonly string[]
  readonly given: readonly string[]
  readonly family: string
  readonly gender: AdministrativeGender | null
  readonly version: number
}

export interface PractitionerRoleRow {
  readonly id: string
  readonly practitionerId: string
  readonly organizationId: string | null
  readonly roleProfileId: string | null
  readonly jobRole: Coding | null
  readonly version: number
}
