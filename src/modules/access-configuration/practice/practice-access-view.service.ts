import { databaseOf } from '../../../database/sql.ts'
import type { GraphContext } from '../../../graphql/types/context.ts'
import { denialError } from '../../../graphql/types/denial.ts'
import type { canConfigurePractice } from '../../../policy/configuration-access.ts'
import { onlineServicesOf } from '../../../policy/online-services.ts'
import { RECORD_ACCESS_LEVELS } from '../../../vocabulary/access-level.ts'
import type { OdsCode } from '../../../vocabulary/ods-code.ts'
import { loadLastChanges } from '../../audit/last-changes.loader.ts'
import {
  configurationOf,
  loadPatientSides
} from './patient-configurations.loader.ts'
import { findPractice } from './practice-access.service.ts'
import {
  toPracticeAccessView,
  type PatientsOnLevel,
  type PracticeAccess
} from './practice-access.view.ts'
import { toPayload, type ConfigurationPayload } from '../view/payload.view.ts'
import type { PracticeFile } from './practice-file.loader.ts'
import type { PracticeOutcome } from './practice-setting.service.ts'

/** The practice asked for, or the error that says there is none. */
export const getPracticeFile = async (
  odsCode: OdsCode,
  { em, viewer }: GraphContext,
  canUse: typeof canConfigurePractice
): Promise<PracticeFile> => {
  const found = await findPractice(em, odsCode, canUse(viewer, odsCode))
  if (!found.ok) throw denialError(found.error)
  return found.value
}

/** A practice's configuration, with who set what. */
export const viewPracticeAccess = async (
  file: PracticeFile,
  { em, today }: GraphContext
): Promise<PracticeAccess> => {
  const changes = await loadLastChanges(databaseOf(em), {
    practiceId: file.id,
    patientId: null
  })
  return toPracticeAccessView(file, { changes, today })
}

/** How many patients registered now are on each level, calling now. */
export const countPatientsOnLevels = async (
  file: PracticeFile,
  { em, today }: GraphContext
): Promise<PatientsOnLevel[]> => {
  const sides = await loadPatientSides(databaseOf(em), file)
  const levels = sides.map(
    (side) => onlineServicesOf(configurationOf(file, side), today).record
  )
  return RECORD_ACCESS_LEVELS.map((level) => ({
    level,
    patients: levels.filter((one) => one === level).length
  }))
}

/** What a mutation of a practice's settings answers, whatever it set. */
export const answerPractice = async <State>(
  outcome: PracticeOutcome<State>,
  context: GraphContext,
  told: { dryRun: boolean; notices?: readonly string[] }
): Promise<ConfigurationPayload & { access: PracticeAccess | null }> => {
  const file = outcome.applied?.file
  if (!file) return toPayload(outcome, { dryRun: told.dryRun, access: null })
  const access = await viewPracticeAccess(file, context)
  return toPayload(outcome, { ...told, access })
}
