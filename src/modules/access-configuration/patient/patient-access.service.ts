import type { EntityManager } from '@mikro-orm/postgresql'
import { databaseOf } from '../../../database/sql.ts'
import {
  countRising,
  NOTHING_RISES,
  type Rising
} from '../../../policy/configuration-change.ts'
import { grantedPermissions } from '../../../policy/effective-permissions.ts'
import type { PatientRecordAccess } from '../../../policy/record-access-switches.ts'
import type { LocalDate } from '../../../vocabulary/partial-date.ts'
import { loadEntryDates } from '../../record/entry-dates.loader.ts'
import type { PatientFile } from '../../record/patient/patient.row.ts'
import {
  fromPatientAccess,
  toPatientAccess
} from '../../record/patient/switch-columns.ts'
import type { ChangeContext } from '../change/configuration-change.ts'
import {
  askedSwitch,
  type RecordAccessChange
} from '../change/switch-setting.ts'
import type { LockedPatient } from './locked-patient.service.ts'
import {
  changePatient,
  type PatientOutcome
} from './patient-setting.service.ts'

const countRisingEntries = async (
  { em, file }: LockedPatient,
  after: PatientRecordAccess,
  today: LocalDate
): Promise<Rising> => {
  const { id: patientId, practiceId } = file.patient
  const key = { practiceId, patientId }
  const dates = await loadEntryDates(databaseOf(em), [key])
  const { practiceAccess: practice } = file
  const entries = countRising(
    grantedPermissions({ practice, patient: file.patientAccess, today }),
    grantedPermissions({ practice, patient: after, today }),
    dates.get(patientId) ?? []
  )
  return entries === 0 ? NOTHING_RISES : { patients: 1, entries }
}

/**
 * E00172: sets one switch of one patient. Errors come all at once; the change
 * and its audit row commit together or not at all (Rulings R2-R5, R8, R9).
 */
export const setPatientRecordAccess = (
  em: EntityManager,
  found: PatientFile,
  asked: { change: RecordAccessChange; context: ChangeContext }
): Promise<PatientOutcome<PatientRecordAccess>> =>
  changePatient(em, found, {
    context: asked.context,
    dryRun: asked.change.dryRun,
    setting: {
      read: ({ row }) => toPatientAccess(row),
      columns: fromPatientAccess,
      fileWith: (file, patientAccess) => ({ ...file, patientAccess }),
      asked: (locked) =>
        askedSwitch(asked, {
          scope: 'PATIENT',
          action: 'SET_PATIENT_RECORD_ACCESS',
          birthDate: locked.file.patient.birthDate,
          countRising: (after) =>
            countRisingEntries(locked, after, asked.context.today)
        })
    }
  })
