import type { EntityManager } from '@mikro-orm/postgresql'
import { databaseOf } from '../../../database/sql.ts'
import type { Decision, DenialReason } from '../../../policy/decision.ts'
import type { PracticeRecordAccess } from '../../../policy/record-access-switches.ts'
import type { OdsCode } from '../../../vocabulary/ods-code.ts'
import { err, ok, type Result } from '../../../vocabulary/result.ts'
import { fromPracticeAccess } from '../../record/patient/switch-columns.ts'
import type { ChangeContext } from '../change/configuration-change.ts'
import type { OrderingChange } from '../change/ordering-change.ts'
import { askedOrdering } from '../change/ordering-change.ts'
import {
  askedSwitch,
  type RecordAccessChange
} from '../change/switch-setting.ts'
import { findPracticeFile, type PracticeFile } from './practice-file.loader.ts'
import {
  changePractice,
  type PracticeOutcome
} from './practice-setting.service.ts'
import { countRisingAtPractice } from './rising-patients.loader.ts'

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
): Promise<PracticeOutcome<PracticeRecordAccess>> =>
  changePractice(em, practice, {
    context: asked.context,
    dryRun: asked.change.dryRun,
    setting: {
      read: ({ file }) => file.access,
      store: ({ em: inner, row }, access) => {
        inner.assign(row, fromPracticeAccess(access))
      },
      fileWith: (file, access) => ({ ...file, access }),
      asked: ({ em: inner, file }) =>
        askedSwitch(asked, {
          scope: 'PRACTICE',
          action: 'SET_PRACTICE_RECORD_ACCESS',
          birthDate: null,
          countRising: (after) =>
            countRisingAtPractice(databaseOf(inner), file, {
              after,
              today: asked.context.today
            })
        })
    }
  })

/** E00170 AC3-4: whether any patient of the practice may order. */
export const setPracticePrescriptionOrdering = (
  em: EntityManager,
  practice: PracticeFile,
  asked: { change: OrderingChange; context: ChangeContext }
): Promise<PracticeOutcome<boolean>> =>
  changePractice(em, practice, {
    context: asked.context,
    dryRun: asked.change.dryRun,
    setting: {
      read: ({ file }) => file.prescriptionOrdering,
      store: ({ em: inner, row }, prescriptionOrdering) => {
        inner.assign(row, { prescriptionOrdering })
      },
      fileWith: (file, prescriptionOrdering) => ({
        ...file,
        prescriptionOrdering
      }),
      asked: () => askedOrdering(asked, 'SET_PRACTICE_PRESCRIPTION_ORDERING')
    }
  })
