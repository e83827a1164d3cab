import type { Competence } from '../../../policy/online-access.ts'
import {
  PATIENT_ACCESS_OFF,
  PRACTICE_ACCESS_OFF,
  type MasterState,
  type PatientRecordAccess,
  type PracticeRecordAccess,
  type SwitchState
} from '../../../policy/record-access-switches.ts'
import type { LocalDate } from '../../../vocabulary/partial-date.ts'

/** What staff set for one patient, and whether they may use it at all. */
export interface DemoPatientAccess {
  readonly switches: PatientRecordAccess
  readonly masterState: MasterState
  readonly competence: Competence
  readonly competenceReason: string | null
  readonly prescriptionOrdering: boolean
}

/** A switch turned on that day, reaching back to `startDate` if it has one. */
export const on = (
  changedOn: LocalDate,
  startDate: LocalDate | null = null
): SwitchState => ({ enabled: true, startDate, changedOn })

export const practiceSwitches = (
  enabled: Partial<PracticeRecordAccess>
): PracticeRecordAccess => ({ ...PRACTICE_ACCESS_OFF, ...enabled })

/** Switches as given, the others off; the rest as for an adult in use. */
export const patientAccess = (
  enabled: Partial<PatientRecordAccess>,
  standing: Partial<Omit<DemoPatientAccess, 'switches'>> = {}
): DemoPatientAccess => ({
  switches: { ...PATIENT_ACCESS_OFF, ...enabled },
  masterState: 'ENABLED',
  competence: 'NOT_ASSESSED',
  competenceReason: null,
  prescriptionOrdering: false,
  ...standing
})
