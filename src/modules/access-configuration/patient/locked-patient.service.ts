import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import { databaseOf, inTransaction } from '../../../database/sql.ts'
import { canConfigurePatient } from '../../../policy/configuration-access.ts'
import { loadPatientFiles } from '../../record/patient/patient-file.loader.ts'
import type { PatientFile } from '../../record/patient/patient.row.ts'
import type { ChangeContext } from '../change/configuration-change.ts'
import { limitLockWaiting } from '../change/lock-waiting.service.ts'
import {
  configurationError,
  type ConfigurationError
} from '../change/configuration.errors.ts'
import { PracticeRecordAccessEntity } from '../practice/practice-record-access.entity.ts'
import { PatientRecordAccessEntity } from './patient-record-access.entity.ts'

/** A patient whose configuration cannot change but by the one who holds it. */
export interface LockedPatient {
  readonly em: EntityManager
  readonly row: PatientRecordAccessEntity
  /** As it is under the locks, whatever was read before. */
  readonly file: PatientFile
}

/** The practice's row for reading, the patient's for writing; in this order. */
const lockRows = async (
  em: EntityManager,
  { id: patientId, practiceId }: PatientFile['patient']
): Promise<PatientRecordAccessEntity> => {
  await limitLockWaiting(em)
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

const readRow = (
  em: EntityManager,
  { id: patientId, practiceId }: PatientFile['patient']
): Promise<PatientRecordAccessEntity> =>
  em.findOneOrFail(PatientRecordAccessEntity, { practiceId, patientId })

/**
 * Does `work` in one transaction that holds the patient's configuration; a
 * dry run holds nothing, so that it keeps nobody waiting.
 */
export const withLockedPatient = <Value>(
  em: EntityManager,
  { patient, practice }: PatientFile,
  options: {
    dryRun: boolean
    work: (locked: LockedPatient) => Promise<Value>
  }
): Promise<Value> =>
  inTransaction(em, async (inner) => {
    const read = options.dryRun ? readRow : lockRows
    const row = await read(inner, patient)
    const { nhsNumber } = patient
    const { odsCode } = practice
    const [file] = await loadPatientFiles(databaseOf(inner), [
      { nhsNumber, odsCode }
    ])
    if (!file) throw new Error('A locked patient is not there')
    return options.work({ em: inner, row, file })
  })

/**
 * Ruling R9: staff of the own practice are told why. All other denials were
 * answered before; should one come this far, nothing is changed.
 */
export const configurationRefusals = (
  file: PatientFile,
  { viewer }: ChangeContext
): ConfigurationError[] => {
  const decision = canConfigurePatient(viewer, file.standing)
  if (decision.allowed) return []
  const { reason } = decision
  if (reason === 'PATIENT_DECEASED' || reason === 'PATIENT_INACTIVE') {
    return [configurationError(reason)]
  }
  throw new Error(`A change that is not permitted: ${reason}`)
}
