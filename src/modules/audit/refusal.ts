import type { DenialReason } from '../../policy/decision.ts'

/** Something that was not allowed, as the interface knows it. */
export interface Refusal {
  /** Root field, FHIR operation or command. */
  readonly operation: string
  /** Whether it would have changed something. */
  readonly isChange: boolean
  /** The field that was refused, which may be below the root. */
  readonly field: string
  readonly denial: DenialReason
  /** Who and which practice were asked for; null when it was nobody else. */
  readonly nhsNumber: string | null
  readonly odsCode: string | null
}
