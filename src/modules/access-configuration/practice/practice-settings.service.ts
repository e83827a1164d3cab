import { isDeepStrictEqual } from 'node:util'
import type { EntityManager } from '@mikro-orm/postgresql'
import { databaseOf } from '../../../database/sql.ts'
import type { Rising } from '../../../policy/configuration-change.ts'
import {
  checkDefaultAccess,
  withDefaults,
  type DefaultAccess
} from '../../../policy/default-access.ts'
import { grantedPermissions } from '../../../policy/effective-permissions.ts'
import type { LocalDate } from '../../../vocabulary/partial-date.ts'
import { err, ok } from '../../../vocabulary/result.ts'
import {
  reviewErrors,
  type ChangeContext,
  type ChangeRequest,
  type ReviewedChangeRequest
} from '../change/configuration-change.ts'
import { configurationError } from '../change/configuration.errors.ts'
import type { AskedSetting } from '../change/apply-setting.service.ts'
import { fromDefaultAccess, toDefaultAccess } from './default-access-columns.ts'
import { loadPatientSides } from './patient-configurations.loader.ts'
import { PracticeDefaultAccessEntity } from './practice-default-access.entity.ts'
import type { PracticeFile } from './practice-file.loader.ts'
import { countRisingPatients } from './rising-patients.loader.ts'
import {
  changePractice,
  type LockedPractice,
  type PracticeOutcome
} from './practice-setting.service.ts'

/** What newly enabled patients get from now on (Ruling R14). */
export interface DefaultAccessChange extends ReviewedChangeRequest {
  /** Of those at risk from access, or of all others. */
  readonly atRisk: boolean
  readonly access: DefaultAccess
}

/** Ruling R18: whether Lists tell that something was held back. */
export interface SignalHiddenItemsChange extends ChangeRequest {
  readonly enabled: boolean
}

/**
 * Ruling R5: what patients who are not enabled yet would see, were they
 * enabled today, of entries that nobody may have reviewed.
 */
const countRisingWithDefaults = async (
  { em, file }: LockedPractice,
  access: DefaultAccess,
  today: LocalDate
): Promise<Rising> => {
  const db = databaseOf(em)
  const sides = await loadPatientSides(db, file)
  const changes = sides
    .filter(({ standing }) => standing.masterState === 'NEVER_ENABLED')
    .map((side) => ({
      patientId: side.patientId,
      before: null,
      after: grantedPermissions({
        practice: file.access,
        patient: withDefaults(side.access, access, today),
        today
      })
    }))
  return countRisingPatients(db, file.id, changes)
}

const askedDefaults = (
  locked: LockedPractice,
  { change, context }: { change: DefaultAccessChange; context: ChangeContext }
): AskedSetting<DefaultAccess> => {
  const { atRisk } = change
  const setting = atRisk ? 'AT_RISK_DEFAULT_ACCESS' : 'DEFAULT_ACCESS'
  const settings = [setting] as const
  return {
    action: atRisk ? 'SET_AT_RISK_DEFAULT_ACCESS' : 'SET_DEFAULT_ACCESS',
    settings,
    request: change,
    context,
    asked: { ...change.access, reviewConfirmed: change.reviewConfirmed },
    plan: (now) => {
      const checked = checkDefaultAccess(change.access)
      if (!checked.ok) {
        return err(checked.error.map((code) => configurationError(code)))
      }
      const state = toDefaultAccess(fromDefaultAccess(checked.value))
      return ok({ state, changed: !isDeepStrictEqual(now, state), settings })
    },
    review: async (after) => {
      const { today } = context
      const rising = await countRisingWithDefaults(locked, after, today)
      return { rising, errors: reviewErrors(change, rising) }
    },
    told: (access) => ({ [setting]: access })
  }
}

/**
 * The levels patients get when their services are first enabled, where staff
 * set nothing else (Ruling R14). Nobody enabled already is touched.
 */
export const setDefaultAccess = (
  em: EntityManager,
  practice: PracticeFile,
  asked: { change: DefaultAccessChange; context: ChangeContext }
): Promise<PracticeOutcome<DefaultAccess>> => {
  const { atRisk } = asked.change
  return changePractice(em, practice, {
    context: asked.context,
    dryRun: asked.change.dryRun,
    setting: {
      read: ({ file }) =>
        atRisk ? file.atRiskDefaultAccess : file.defaultAccess,
      store: async ({ em: inner, file }, access) => {
        await inner.upsert(PracticeDefaultAccessEntity, {
          practiceId: file.id,
          atRisk,
          ...fromDefaultAccess(access)
        })
      },
      fileWith: (file, access) => ({
        ...file,
        ...(atRisk
          ? { atRiskDefaultAccess: access }
          : { defaultAccess: access })
      }),
      asked: (locked) => askedDefaults(locked, asked)
    }
  })
}

/** Ruling R18: for FHIR answers only; plain GraphQL never gives a sign. */
export const setSignalHiddenItems = (
  em: EntityManager,
  practice: PracticeFile,
  asked: { change: SignalHiddenItemsChange; context: ChangeContext }
): Promise<PracticeOutcome<boolean>> =>
  changePractice(em, practice, {
    context: asked.context,
    dryRun: asked.change.dryRun,
    setting: {
      read: ({ file }) => file.signalHiddenItems,
      store: ({ em: inner, row }, signalHiddenItems) => {
        inner.assign(row, { signalHiddenItems })
      },
      fileWith: (file, signalHiddenItems) => ({ ...file, signalHiddenItems }),
      asked: () => ({
        action: 'SET_SIGNAL_HIDDEN_ITEMS',
        settings: ['SIGNAL_HIDDEN_ITEMS'],
        request: asked.change,
        context: asked.context,
        asked: { enabled: asked.change.enabled },
        plan: (now) =>
          ok({
            state: asked.change.enabled,
            changed: now !== asked.change.enabled,
            settings: ['SIGNAL_HIDDEN_ITEMS']
          }),
        told: (enabled) => ({ SIGNAL_HIDDEN_ITEMS: { enabled } })
      })
    }
  })
