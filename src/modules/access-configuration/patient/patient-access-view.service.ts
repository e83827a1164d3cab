import type { GraphContext } from '../../../graphql/types/context.ts'
import { denialError } from '../../../graphql/types/denial.ts'
import { databaseOf } from '../../../database/sql.ts'
import type { NhsNumber } from '../../../vocabulary/nhs-number.ts'
import { loadLastChanges } from '../../audit/last-changes.loader.ts'
import type { PatientFile } from '../../record/patient/patient.row.ts'
import {
  effectsOf,
  toPatientAccessView,
  type PatientAccess
} from './patient-access.view.ts'

/** The patient a mutation is about, or the error that says there is none. */
export const getPatientFile = async (
  nhsNumber: NhsNumber,
  { records }: GraphContext
): Promise<PatientFile> => {
  const found = await records.findPatient(nhsNumber)
  if (!found.ok) throw denialError(found.error)
  return found.value
}

/** A patient's configuration, with who set what. */
export const viewPatientAccess = async (
  file: PatientFile,
  { em, today }: GraphContext
): Promise<PatientAccess> => {
  const { id: patientId, practiceId } = file.patient
  const changes = await loadLastChanges(databaseOf(em), {
    practiceId,
    patientId
  })
  return toPatientAccessView(file, {
    effects: effectsOf(file, today),
    changes,
    today
  })
}
