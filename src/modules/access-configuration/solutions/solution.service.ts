import { isDeepStrictEqual } from 'node:util'
import type { EntityManager } from '@mikro-orm/postgresql'
import { validate as isUuid } from 'uuid'
import { databaseOf } from '../../../database/sql.ts'
import {
  CITIZEN_SERVICES,
  type CitizenService
} from '../../../vocabulary/citizen-service.ts'
import { err, ok, type Result } from '../../../vocabulary/result.ts'
import type { PlannedSetting } from '../change/apply-setting.service.ts'
import type {
  ChangeContext,
  ChangeRequest
} from '../change/configuration-change.ts'
import {
  configurationError,
  type ConfigurationError,
  type ConfigurationErrorCode
} from '../change/configuration.errors.ts'
import type { PracticeFile } from '../practice/practice-file.loader.ts'
import {
  changePractice,
  type PracticeOutcome
} from '../practice/practice-setting.service.ts'
import { SolutionEntity } from './solution.entity.ts'
import {
  loadSolution,
  loadSolutions,
  type Solution
} from './solution.loader.ts'

/** An app to register with the practice. */
export interface SolutionAddition extends ChangeRequest {
  readonly name: string
  readonly supplier: string
  readonly clientId: string | null
  readonly services: readonly CitizenService[]
}

/** An app that may no longer integrate with the practice. */
export interface SolutionRemoval extends ChangeRequest {
  readonly solutionId: string
}

const MAX_TEXT_LENGTH = 200
const CONTROL = /[\p{Cc}\p{Cs}]/u

const isFaulty = (text: string): boolean =>
  text.length > MAX_TEXT_LENGTH || CONTROL.test(text)

/** Two names that look alike are one (the table has it too). */
const nameKeyOf = (name: string): string => name.normalize('NFKC').toUpperCase()

const toSolution = (
  { name, supplier, clientId, services }: SolutionAddition,
  id: string
): Solution => ({
  id,
  name: name.trim(),
  supplier: supplier.trim(),
  clientId: clientId?.trim() || null,
  services: CITIZEN_SERVICES.filter((known) => services.includes(known))
})

const additionErrors = (
  held: readonly Solution[],
  { name, supplier, clientId, services }: Solution
): ConfigurationErrorCode[] => {
  const errors: ConfigurationErrorCode[] = []
  if (!name || !supplier) errors.push('SOLUTION_NAME_REQUIRED')
  if ([name, supplier, clientId ?? ''].some(isFaulty)) {
    errors.push('SOLUTION_TEXT_NOT_ALLOWED')
  }
  if (services.length === 0) errors.push('SOLUTION_SERVICES_REQUIRED')
  if (held.some((other) => nameKeyOf(other.name) === nameKeyOf(name))) {
    errors.push('SOLUTION_NAME_TAKEN')
  }
  if (clientId !== null && held.some((other) => other.clientId === clientId)) {
    errors.push('SOLUTION_CLIENT_TAKEN')
  }
  return errors
}

const isHeld = (held: readonly Solution[], wanted: Solution): boolean =>
  held.some((one) => isDeepStrictEqual({ ...one, id: wanted.id }, wanted))

const SETTINGS = ['SOLUTIONS'] as const

const planAddition = (
  held: readonly Solution[],
  added: Solution
): Result<
  PlannedSetting<readonly Solution[]>,
  readonly ConfigurationError[]
> => {
  if (isHeld(held, added)) {
    return ok({ state: held, changed: false, settings: SETTINGS })
  }
  const errors = additionErrors(held, added)
  return errors.length > 0
    ? err(errors.map((code) => configurationError(code)))
    : ok({ state: [...held, added], changed: true, settings: SETTINGS })
}

/** Registers an app that provides citizen services (E00166 AC6). */
export const addSolution = (
  em: EntityManager,
  practice: PracticeFile,
  asked: { change: SolutionAddition; context: ChangeContext }
): Promise<PracticeOutcome<readonly Solution[]>> => {
  const { change, context } = asked
  const added = toSolution(change, context.ids())
  return changePractice<readonly Solution[]>(em, practice, {
    context,
    dryRun: change.dryRun,
    setting: {
      read: ({ em: inner, file }) => loadSolutions(databaseOf(inner), file.id),
      store: async ({ em: inner, file }) => {
        await inner.insert(SolutionEntity, {
          ...added,
          nameKey: nameKeyOf(added.name),
          services: [...added.services],
          practiceId: file.id,
          addedAt: context.clock(),
          removedAt: null
        })
      },
      fileWith: (file) => file,
      asked: () => ({
        action: 'ADD_SOLUTION',
        settings: SETTINGS,
        request: change,
        context,
        asked: [added.name, added.supplier, added.clientId ?? ''].some(isFaulty)
          ? { services: added.services }
          : added,
        plan: (now) => planAddition(now, added),
        told: (held) => ({
          SOLUTIONS: held.filter(({ id }) => id === added.id)
        })
      })
    }
  })
}

/** What became of a Solution; with its name where it is known. */
export interface SolutionState {
  readonly status: 'REGISTERED' | 'REMOVED' | 'UNKNOWN'
  readonly solution: Solution | null
}

const findSolution = async (
  em: EntityManager,
  key: { practiceId: string; id: string }
): Promise<SolutionState> => {
  if (!isUuid(key.id)) return { status: 'UNKNOWN', solution: null }
  const found = await loadSolution(databaseOf(em), key)
  if (!found) return { status: 'UNKNOWN', solution: null }
  const { removed, ...solution } = found
  return { status: removed ? 'REMOVED' : 'REGISTERED', solution }
}

/** From now on the app is not among the practice's Solutions. */
export const removeSolution = (
  em: EntityManager,
  practice: PracticeFile,
  asked: { change: SolutionRemoval; context: ChangeContext }
): Promise<PracticeOutcome<SolutionState>> => {
  const { change, context } = asked
  const id = change.solutionId.toLowerCase()
  return changePractice<SolutionState>(em, practice, {
    context,
    dryRun: change.dryRun,
    setting: {
      read: ({ em: inner, file }) =>
        findSolution(inner, { practiceId: file.id, id }),
      store: async ({ em: inner, file }) => {
        await inner.nativeUpdate(
          SolutionEntity,
          { practiceId: file.id, id },
          { removedAt: context.clock() }
        )
      },
      fileWith: (file) => file,
      asked: () => ({
        action: 'REMOVE_SOLUTION',
        settings: ['SOLUTIONS'],
        request: change,
        context,
        asked: isUuid(id) ? { id } : {},
        plan: ({ status, solution }) =>
          status === 'UNKNOWN'
            ? err([configurationError('SOLUTION_UNKNOWN')])
            : ok({
                state: { status: 'REMOVED', solution },
                changed: status === 'REGISTERED',
                settings: ['SOLUTIONS']
              }),
        told: (state) => ({ SOLUTIONS: state })
      })
    }
  })
}
