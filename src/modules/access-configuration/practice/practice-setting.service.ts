import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import { databaseOf, inTransaction } from '../../../database/sql.ts'
import {
  movesBetween,
  onlineServicesOf,
  type Moves
} from '../../../policy/online-services.ts'
import { limitLockWaiting } from '../change/lock-waiting.service.ts'
import {
  changeStamp,
  type ChangeContext
} from '../change/configuration-change.ts'
import type { ConfigurationError } from '../change/configuration.errors.ts'
import {
  applySetting,
  type AppliedSetting,
  type AskedSetting
} from '../change/apply-setting.service.ts'
import {
  configurationOf,
  loadPatientSides
} from './patient-configurations.loader.ts'
import { findPracticeFile, type PracticeFile } from './practice-file.loader.ts'
import { PracticeRecordAccessEntity } from './practice-record-access.entity.ts'

/** A practice whose configuration only the holder can change. */
export interface LockedPractice {
  readonly em: EntityManager
  readonly row: PracticeRecordAccessEntity
  /** As it is under the lock, whatever was read before. */
  readonly file: PracticeFile
}

/** What came of a change: the practice as now configured, or would be. */
export interface PracticeOutcome<State> {
  readonly errors: readonly ConfigurationError[]
  readonly applied:
    | (AppliedSetting<State> & {
        readonly file: PracticeFile
        /** Of a dry run: who would see and do more or less. */
        readonly moves: Moves | null
      })
    | null
}

/** One part of a practice's configuration: how it is read and written. */
export interface PracticeSetting<State> {
  read(locked: LockedPractice): State | Promise<State>
  store(locked: LockedPractice, state: State): void | Promise<void>
  /** The file with this part as given. */
  fileWith(file: PracticeFile, state: State): PracticeFile
  asked(locked: LockedPractice): AskedSetting<State>
}

/** A dry run holds nothing, so that it keeps nobody waiting. */
const lockPractice = async (
  em: EntityManager,
  { id: practiceId, odsCode }: PracticeFile,
  dryRun: boolean
): Promise<LockedPractice> => {
  await limitLockWaiting(em)
  const row = await em.findOneOrFail(
    PracticeRecordAccessEntity,
    { practiceId },
    { lockMode: dryRun ? LockMode.NONE : LockMode.PESSIMISTIC_WRITE }
  )
  const file = await findPracticeFile(databaseOf(em), odsCode)
  if (!file) throw new Error('A locked practice is not there')
  return { em, row, file }
}

const movesOf = async (
  { em, file: before }: LockedPractice,
  after: PracticeFile,
  { today }: ChangeContext
): Promise<Moves> => {
  const patients = await loadPatientSides(databaseOf(em), before)
  return movesBetween(
    patients.map((side) => ({
      before: onlineServicesOf(configurationOf(before, side), today),
      after: onlineServicesOf(configurationOf(after, side), today)
    }))
  )
}

/** Changes one part of a practice's configuration under its lock. */
export const changePractice = <State>(
  em: EntityManager,
  found: PracticeFile,
  options: {
    setting: PracticeSetting<State>
    context: ChangeContext
    dryRun: boolean
  }
): Promise<PracticeOutcome<State>> =>
  inTransaction(em, async (inner) => {
    const { setting, context } = options
    const locked = await lockPractice(inner, found, options.dryRun)
    const { row } = locked
    const asked = setting.asked(locked)
    const outcome = await applySetting(
      {
        em: inner,
        practiceId: found.id,
        patientId: null,
        state: await setting.read(locked),
        version: row.version,
        refusals: [],
        store: async (state) => {
          await setting.store(locked, state)
          inner.assign(row, changeStamp(row, context))
        }
      },
      asked
    )
    if (!outcome.applied) return { errors: outcome.errors, applied: null }
    const { state, version } = outcome.applied
    const file = {
      ...setting.fileWith(locked.file, state),
      accessVersion: version
    }
    const moves = options.dryRun ? await movesOf(locked, file, context) : null
    return { ...outcome, applied: { ...outcome.applied, file, moves } }
  })
