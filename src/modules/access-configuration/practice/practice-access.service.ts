import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import { databaseOf, inTransaction } from '../../../database/sql.ts'
import type { PracticeRecordAccess } from '../../../policy/record-access-switches.ts'
import type { Decision, DenialReason } from '../../../policy/decision.ts'
import type { OdsCode } from '../../../vocabulary/ods-code.ts'
import { err, ok, type Result } from '../../../vocabulary/result.ts'
import {
  fromPracticeAccess,
  toPracticeAccess
} from '../../record/patient/switch-columns.ts'
import {
  staffUserOf,
  type ChangeContext,
  type RecordAccessChange
} from '../access-change.ts'
import type { RecordAccessError } from '../access.errors.ts'
import {
  applyChange,
  type AppliedChange,
  type ChangeTarget
} from '../apply-change.service.ts'
import { findPracticeFile, type PracticeFile } from './practice-file.loader.ts'
import { PracticeRecordAccessEntity } from './practice-record-access.entity.ts'
import { countRisingPatients } from './rising-patients.loader.ts'

/** The practice with the configuration as it now is. */
export interface PracticeAccessChanged extends Omit<
  AppliedChange<PracticeRecordAccess>,
  'access' | 'version'
> {
  readonly practice: PracticeFile
}

const lockTarget = async (
  em: EntityManager,
  { id: practiceId }: PracticeFile,
  context: ChangeContext
): Promise<ChangeTarget<PracticeRecordAccess>> => {
  const row = await em.findOneOrFail(
    PracticeRecordAccessEntity,
    { practiceId },
    { lockMode: LockMode.PESSIMISTIC_WRITE }
  )
  const before = toPracticeAccess(row)
  const { today } = context
  return {
    scope: 'PRACTICE',
    action: 'SET_PRACTICE_RECORD_ACCESS',
    practiceId,
    patientId: null,
    birthDate: null,
    access: before,
    version: row.version,
    refusals: [],
    countRising: (after) =>
      countRisingPatients(databaseOf(em), practiceId, { before, after, today }),
    store: (access) => {
      em.assign(row, {
        ...fromPracticeAccess(access),
        version: row.version + 1,
        updatedAt: context.clock(),
        updatedBy: staffUserOf(context)
      })
    }
  }
}

/** The practice, if the policy lets it be looked up at all. */
export const findPractice = async (
  em: EntityManager,
  odsCode: OdsCode,
  decision: Decision
): Promise<Result<PracticeFile, DenialReason>> => {
  if (!decision.allowed) return err(decision.reason)
  const file = await findPracticeFile(databaseOf(em), odsCode)
  return file ? ok(file) : err('OTHER_PRACTICE')
}

/**
 * E00171: sets one switch of a practice. Errors come all at once; the change
 * and its audit row commit together or not at all (Rulings R1-R5, R8).
 */
export const setPracticeRecordAccess = (
  em: EntityManager,
  practice: PracticeFile,
  asked: { change: RecordAccessChange; context: ChangeContext }
): Promise<Result<PracticeAccessChanged, readonly RecordAccessError[]>> =>
  inTransaction(em, async (inner) => {
    const target = await lockTarget(inner, practice, asked.context)
    const result = await applyChange(inner, target, asked)
    if (!result.ok) return result
    const { access, version, alsoDisabled, rising } = result.value
    const now = { ...practice, access, accessVersion: version }
    return ok({ practice: now, alsoDisabled, rising })
  })
