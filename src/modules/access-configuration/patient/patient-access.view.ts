import {
  patientSwitchEffects,
  type SwitchEffect
} from '../../../policy/switch-effects.ts'
import type { LocalDate } from '../../../vocabulary/partial-date.ts'
import type { PatientFile } from '../../record/patient/patient.row.ts'
import { toSwitchState, type PatientAccess } from '../access.view.ts'

/** What each of a patient's switches comes to today. */
export const effectsOf = (
  file: PatientFile,
  today: LocalDate
): SwitchEffect[] =>
  patientSwitchEffects({
    practice: file.practiceAccess,
    patient: file.patientAccess,
    standing: file.standing,
    today
  })

export const toPatientAccessView = (
  file: PatientFile,
  effects: readonly SwitchEffect[]
): PatientAccess => ({
  version: file.patientAccessVersion,
  masterState: file.standing.masterState,
  competence: file.standing.competence,
  switches: effects.map(toSwitchState)
})
