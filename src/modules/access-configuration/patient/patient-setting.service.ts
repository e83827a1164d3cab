import type { EntityManager } from '@mikro-orm/postgresql'
import {
  movesBetween,
  onlineServicesOf,
  type Moves
} from '../../../policy/online-services.ts'
import type { LocalDate } from '../../../vocabulary/partial-date.ts'
import type { PatientFile } from '../../record/patient/patient.row.ts'
import {
  changeStamp,
  type ChangeContext
} from '../change/configuration-change.ts'
import type { ConfigurationError } from '../change/configuration.errors.ts'
import {
  applySetting,
  type AppliedSetting,
  type AskedSetting,
  type SettingTarget
} from '../change/apply-setting.service.ts'
import {
  configurationRefusals,
  withLockedPatient,
  type LockedPatient
} from './locked-patient.service.ts'
import type { PatientRecordAccessEntity } from './patient-record-access.entity.ts'

/** What came of a change: the patient as now configured, or would be. */
export interface PatientOutcome<State> {
  readonly errors: readonly ConfigurationError[]
  readonly applied:
    | (AppliedSetting<State> & {
        readonly file: PatientFile
        /** From what the patient could see and do to what they now can. */
        readonly moves: Moves
      })
    | null
}

/** One part of a patient's configuration: how it is read and written. */
export interface PatientSetting<State> {
  read(locked: LockedPatient): State
  columns(state: State): Partial<PatientRecordAccessEntity>
  /** The file with this part as given. */
  fileWith(file: PatientFile, state: State): PatientFile
  asked(locked: LockedPatient): AskedSetting<State>
}

const targetOf = <State>(
  locked: LockedPatient,
  setting: PatientSetting<State>,
  context: ChangeContext
): SettingTarget<State> => {
  const { em, row, file } = locked
  const { id: patientId, practiceId } = file.patient
  return {
    em,
    practiceId,
    patientId,
    state: setting.read(locked),
    version: row.version,
    refusals: configurationRefusals(file, context),
    store: (state) => {
      const columns = setting.columns(state)
      em.assign(row, { ...columns, ...changeStamp(row, context) })
    }
  }
}

const movesOf = (
  before: PatientFile,
  after: PatientFile,
  today: LocalDate
): Moves =>
  movesBetween([
    {
      before: onlineServicesOf(before, today),
      after: onlineServicesOf(after, today)
    }
  ])

/** Changes one part of a patient's configuration under its locks. */
export const changePatient = <State>(
  em: EntityManager,
  found: PatientFile,
  options: {
    setting: PatientSetting<State>
    context: ChangeContext
    dryRun: boolean
  }
): Promise<PatientOutcome<State>> => {
  const { setting, context, dryRun } = options
  const work = async (
    locked: LockedPatient
  ): Promise<PatientOutcome<State>> => {
    const target = targetOf(locked, setting, context)
    const outcome = await applySetting(target, setting.asked(locked))
    if (!outcome.applied) return { errors: outcome.errors, applied: null }
    const { state, version } = outcome.applied
    const before = locked.file
    const file = {
      ...setting.fileWith(before, state),
      patientAccessVersion: version
    }
    const moves = movesOf(before, file, context.today)
    return { ...outcome, applied: { ...outcome.applied, file, moves } }
  }
  return withLockedPatient(em, found, { dryRun, work })
}
