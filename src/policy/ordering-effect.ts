import type { PrescriptionAccessLevel } from '../vocabulary/citizen-service.ts'
import type { LocalDate } from '../vocabulary/partial-date.ts'
import {
  onlineServicesOf,
  type PatientConfiguration
} from './online-services.ts'
import { standingReasons, type IneffectiveReason } from './switch-effects.ts'

/** Prescription ordering as set beside what it comes to (E00170). */
export interface OrderingEffect {
  readonly enabled: boolean
  readonly practiceEnabled: boolean
  readonly effective: boolean
  /** Empty when effective; else every reason, the nearest first. */
  readonly ineffectiveBecause: readonly IneffectiveReason[]
  readonly allows: PrescriptionAccessLevel
}

/** Ruling R7: one switch at practice and at patient, both needed. */
export const orderingEffect = (
  configuration: PatientConfiguration,
  today: LocalDate
): OrderingEffect => {
  const { ordering, standing } = configuration
  const ineffectiveBecause: IneffectiveReason[] = [
    ...(ordering.patient ? [] : (['SWITCHED_OFF'] as const)),
    ...(ordering.practice ? [] : (['LIMITED_BY_PRACTICE'] as const)),
    ...standingReasons(standing, today)
  ]
  return {
    enabled: ordering.patient,
    practiceEnabled: ordering.practice,
    effective: ineffectiveBecause.length === 0,
    ineffectiveBecause,
    allows: onlineServicesOf(configuration, today).prescriptions
  }
}
