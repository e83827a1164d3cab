import type { EntityManager } from '@mikro-orm/postgresql'
import type { PatientFile } from '../../record/patient/patient.row.ts'
import type { ChangeContext } from '../change/configuration-change.ts'
import {
  askedOrdering,
  type OrderingChange
} from '../change/ordering-change.ts'
import {
  changePatient,
  type PatientOutcome
} from './patient-setting.service.ts'

/** E00170 AC1-2: whether this patient may order, where the practice lets it. */
export const setPatientPrescriptionOrdering = (
  em: EntityManager,
  found: PatientFile,
  asked: { change: OrderingChange; context: ChangeContext }
): Promise<PatientOutcome<boolean>> =>
  changePatient(em, found, {
    context: asked.context,
    dryRun: asked.change.dryRun,
    setting: {
      read: ({ row }) => row.prescriptionOrdering,
      columns: (prescriptionOrdering) => ({ prescriptionOrdering }),
      fileWith: (file, patient) => ({
        ...file,
        ordering: { ...file.ordering, patient }
      }),
      asked: () => askedOrdering(asked, 'SET_PATIENT_PRESCRIPTION_ORDERING')
    }
  })
