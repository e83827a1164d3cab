import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import { databaseOf } from '../../../database/sql.ts'
import { canConfigurePatient } from '../../../policy/configuration-access.ts'
import { countRising } from '../../../policy/configuration-change.ts'
import { grantedPermissions } from '../../../policy/effective-permissions.ts'
import type { PatientRecordAccess } from '../../../policy/record-access-switches.ts'
import { ok, type Result } from '../../../vocabulary/result.ts'
import { loadEntryDates } from '../../record/entry-dates.loader.ts'
import type { PatientKey } from '../../record/area.ts'
import { loadPatientFiles } from '../../record/patient/patient-file.loader.ts'
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
import { recordAccessError, type RecordAccessError } from '../access.errors.ts'
import {
  applyChange,
  type AppliedChange,
  type ChangeTarget
} from '../apply-change.service.ts'
import { patientKeyOf } from '../../record/record.service.ts'
import { PracticeRecordAccessEntity } from '../practice/practice-record-access.entity.ts'
import { PatientRecordAccessEntity } from './patient-record-access.entity.ts'

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

/**
 * Ruling R9: staff of the own practice are told why. All other denials were
 * answered before; should one come this far, nothing is changed.
 */
const refusalsOf = (
  file: PatientFile,
  { viewer }: ChangeContext
): RecordAccessError[] => {
  const decision = canConfigurePatient(viewer, file.standing)
  if (decision.allowed) return []
  const { reason } = decision
  if (reason === 'PATIENT_DECEASED' || reason === 'PATIENT_INACTIVE') {
    return [recordAccessError(reason)]
  }
  throw new Error(`A change that is not permitted: ${reason}`)
}

/**
 * The patient's row for writing, the practice's for reading, always in this
 * order: what is judged cannot change until the change is made.
 */
const lockRows = async (
  em: EntityManager,
  { practiceId, patientId }: PatientKey
): Promise<PatientRecordAccessEntity> => {
  await em.findOneOrFail(
    PracticeRecordAccessEntity,
    { practiceId },
    { lockMode: LockMode.PESSIMISTIC_READ }
  )
  return em.findOneOrFail(
    PatientRecordAccessEntity,
    { practiceId, patientId },
    { lockMode: LockMode.PESSIMISTIC_WRITE }
  )
}

/** The file as it is under the locks, whatever was read before. */
const readAgain = async (
  em: EntityManager,
  { patient, practice }: PatientFile
): Promise<PatientFile> => {
  const { nhsNumber } = patient
  const { odsCode } = practice
  const [file] = await loadPatientFiles(databaseOf(em), [
    { nhsNumber, odsCode }
  ])
  if (!file) throw new Error('A locked patient is not there')
  return file
}

const targetOf = (
  em: EntityManager,
  row: PatientRecordAccessEntity,
  { file, context }: { file: PatientFile; context: ChangeContext }
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
    refusals: refusalsOf(file, context),
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
  em.fork().transactional(async (inner) => {
    const row = await lockRows(inner, patientKeyOf(found))
    const file = await readAgain(inner, found)
    const target = targetOf(inner, row, { file, context: asked.context })
    const result = await applyChange(inner, target, asked)
    if (!result.ok) return result
    const { access, version, alsoDisabled, rising } = result.value
    const now: PatientFile = {
      ...file,
      patientAccess: access,
      patientAccessVersion: version
    }
    return ok({ file: now, alsoDisabled, rising })
  })
