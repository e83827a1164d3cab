import { isDeepStrictEqual } from 'node:util'
import type { EntityManager } from '@mikro-orm/postgresql'
import {
  canBeAssessed,
  type Competence,
  type PatientStanding
} from '../../../policy/online-access.ts'
import type { LocalDate } from '../../../vocabulary/partial-date.ts'
import {
  masterStateAfter,
  type MasterState
} from '../../../policy/record-access-switches.ts'
import { err, ok } from '../../../vocabulary/result.ts'
import type { PatientFile } from '../../record/patient/patient.row.ts'
import type {
  ChangeContext,
  ChangeRequest
} from '../change/configuration-change.ts'
import type { AskedSetting } from '../change/apply-setting.service.ts'
import {
  configurationError,
  type ConfigurationError
} from '../change/configuration.errors.ts'
import {
  changePatient,
  type PatientOutcome
} from './patient-setting.service.ts'

/** E00166 AC1-2: the patient's online services as a whole, on or off. */
export interface CitizenServiceChange extends ChangeRequest {
  readonly enabled: boolean
}

/** Ruling R10: what staff found of an under 16, and why. */
export interface CompetenceAssessment extends ChangeRequest {
  readonly competent: boolean
}

interface AssessedCompetence {
  readonly competence: Competence
  readonly competenceReason: string | null
}

/**
 * E00166 AC1-2, Ruling R6: in force from the next call on. Disabling somebody
 * never enabled is a change too, and no levels are touched either way.
 */
export const setCitizenServiceAccess = (
  em: EntityManager,
  found: PatientFile,
  asked: { change: CitizenServiceChange; context: ChangeContext }
): Promise<PatientOutcome<MasterState>> => {
  const state = masterStateAfter(asked.change.enabled)
  return changePatient(em, found, {
    context: asked.context,
    dryRun: asked.change.dryRun,
    setting: {
      read: ({ row }) => row.masterState,
      columns: (masterState) => ({ masterState }),
      fileWith: (file, masterState) => ({
        ...file,
        standing: { ...file.standing, masterState }
      }),
      asked: () => ({
        action: 'SET_CITIZEN_SERVICE_ACCESS',
        settings: ['ONLINE_ACCESS'],
        request: asked.change,
        context: asked.context,
        asked: { enabled: asked.change.enabled },
        plan: (now) =>
          ok({ state, changed: now !== state, settings: ['ONLINE_ACCESS'] }),
        told: (masterState) => ({ ONLINE_ACCESS: masterState })
      })
    }
  })
}

const assessmentErrors = (
  { reason }: CompetenceAssessment,
  standing: PatientStanding,
  today: LocalDate
): ConfigurationError[] => [
  ...(reason?.trim() ? [] : [configurationError('REASON_REQUIRED')]),
  ...(canBeAssessed(standing, today)
    ? []
    : [configurationError('NOT_UNDER_16')])
]

const askedAssessment = (
  { change, context }: { change: CompetenceAssessment; context: ChangeContext },
  standing: PatientStanding
): AskedSetting<AssessedCompetence> => {
  const { competent, reason } = change
  const state: AssessedCompetence = {
    competence: competent ? 'COMPETENT' : 'NOT_COMPETENT',
    competenceReason: reason
  }
  return {
    action: 'RECORD_COMPETENCE_ASSESSMENT',
    settings: ['COMPETENCE'],
    request: change,
    context,
    asked: { competent },
    plan: (now) => {
      const errors = assessmentErrors(change, standing, context.today)
      const changed = !isDeepStrictEqual(now, state)
      return errors.length > 0
        ? err(errors)
        : ok({ state, changed, settings: ['COMPETENCE'] })
    },
    told: ({ competence, competenceReason }) => ({
      COMPETENCE: { competence, reason: competenceReason }
    })
  }
}

/** Ruling R10: opens an under 16's own calls, or blocks them until reviewed. */
export const recordCompetenceAssessment = (
  em: EntityManager,
  found: PatientFile,
  asked: { change: CompetenceAssessment; context: ChangeContext }
): Promise<PatientOutcome<AssessedCompetence>> =>
  changePatient(em, found, {
    context: asked.context,
    dryRun: asked.change.dryRun,
    setting: {
      read: ({ row: { competence, competenceReason } }) => ({
        competence,
        competenceReason
      }),
      columns: (assessed) => assessed,
      fileWith: (file, { competence }) => ({
        ...file,
        standing: { ...file.standing, competence }
      }),
      asked: ({ file }) => askedAssessment(asked, file.standing)
    }
  })
