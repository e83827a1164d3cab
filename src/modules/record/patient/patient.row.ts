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
import type { PatientConfiguration } from '../../../policy/online-services.ts'

/** Demographics as GP Connect has them. */
export interface PatientRow {
  readonly id: string
  readonly practiceId: string
  readonly nhsNumber: string
  readonly prefix: readonly string[]
  readonly given: readonly string[]
  readonly family: string
  readonly gender: AdministrativeGender | null
  readonly birthDate: LocalDate
  readonly address: Address | null
  readonly telecom: readonly ContactPoint[]
  readonly active: boolean
  readonly deceased: PartialDate | 'unknown' | null
  readonly sensitive: boolean
  readonly dissentFromSharing: boolean
  readonly registeredFrom: PartialDate | null
  readonly registeredTo: PartialDate | null
  readonly registrationType: Coding | null
  readonly transferPending: boolean
  readonly usualGpId: string | null
  readonly branchSurgeryId: string | null
  readonly version: number
}

/** A patient with all that decides what may be seen of them, read at once. */
export interface PatientFile extends PatientConfiguration {
  readonly patient: PatientRow
  readonly practice: {
    readonly id: string
    readonly odsCode: string
    readonly name: string
    readonly signalHiddenItems: boolean
  }
  /** Outside the summary set, as every Location is (Ruling R21). */
  readonly branchSurgery: { readonly id: string; readonly name: string } | null
  /** Versions for optimistic changes (Ruling R8). */
  readonly practiceAccessVersion: number
  readonly patientAccessVersion: number
}
