import type { EntityManager } from '@mikro-orm/postgresql'
import { databaseOf } from '../../../database/sql.ts'
import { countRising } from '../../../policy/configuration-change.ts'
import { grantedPermissions } from '../../../policy/effective-permissions.ts'
import type { PatientRecordAccess } from '../../../policy/record-access-switches.ts'
import { ok, type Result } from '../../../vocabulary/result.ts'
import { loadEntryDates } from '../../record/entry-dates.loader.ts'
import type { PatientFile } from '../../record/patient/patient.row.ts'
import {
  fromPatientAccess,
  toPatientAccess
} from '../../record/patient/switch-columns.ts'
import {
  NOTHING_RISES,
  staffUserOf,
  type ChangeContext,
  type RecordAccessChange,
  type Rising
} from '../access-change.ts'
import type { RecordAccessError } from '../access.errors.ts'
import {
  applyChange,
  type AppliedChange,
  type ChangeTarget
} from '../apply-change.service.ts'
import {
  configurationRefusals,
  withLockedPatient,
  type LockedPatient
} from './locked-patient.service.ts'

/** The patient with the configuration as it now is. */
export interface PatientAccessChanged extends Omit<
  AppliedChange<PatientRecordAccess>,
  'access' | 'version'
> {
  readonly file: PatientFile
}

const countRisingEntries = async (
  em: EntityManager,
  file: PatientFile,
  sides: {
    before: PatientRecordAccess
    after: PatientRecordAccess
    today: string
  }
): Promise<Rising> => {
  const { id: patientId, practiceId } = file.patient
  const key = { practiceId, patientId }
  const dates = await loadEntryDates(databaseOf(em), [key])
  const permissions = (patient: PatientRecordAccess) =>
    grantedPermissions({
      practice: file.practiceAccess,
      patient,
      today: sides.today
    })
  const entries = countRising(
    permissions(sides.before),
    permissions(sides.after),
    dates.get(patientId) ?? []
  )
  return entries === 0 ? NOTHING_RISES : { patients: 1, entries }
}

const targetOf = (
  { em, row, file }: LockedPatient,
  context: ChangeContext
): ChangeTarget<PatientRecordAccess> => {
  const { id: patientId, practiceId, birthDate } = file.patient
  const before = toPatientAccess(row)
  const { today } = context
  return {
    scope: 'PATIENT',
    action: 'SET_PATIENT_RECORD_ACCESS',
    practiceId,
    patientId,
    birthDate,
    access: before,
    version: row.version,
    refusals: configurationRefusals(file, context),
    countRising: (after) =>
      countRisingEntries(em, file, { before, after, today }),
    store: (access) => {
      em.assign(row, {
        ...fromPatientAccess(access),
        version: row.version + 1,
        updatedAt: context.clock(),
        updatedBy: staffUserOf(context)
      })
    }
  }
}

/**
 * E00172: sets one switch of one patient. Errors come all at once; the change
 * and its audit row commit together or not at all (Rulings R2-R5, R8, R9).
 */
export const setPatientRecordAccess = (
  em: EntityManager,
  found: PatientFile,
  asked: { change: RecordAccessChange; context: ChangeContext }
): Promise<Result<PatientAccessChanged, readonly RecordAccessError[]>> =>
  withLockedPatient(em, found, async (locked) => {
    const target = targetOf(locked, asked.context)
    const result = await applyChange(locked.em, target, asked)
    if (!result.ok) return result
    const { access, version, alsoDisabled, rising } = result.value
    const file: PatientFile = {
      ...locked.file,
      patientAccess: access,
      patientAccessVersion: version
    }
    return ok({ file, alsoDisabled, rising })
  })
