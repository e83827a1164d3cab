import type { EntityManager } from '@mikro-orm/postgresql'
import type { Competence } from '../../../policy/online-access.ts'
import {
  masterStateAfter,
  type MasterState
} from '../../../policy/record-access-switches.ts'
import { err, ok, type Result } from '../../../vocabulary/result.ts'
import {
  addAuditEvent,
  type AuditAction,
  type AuditOutcome
} from '../../audit/audit.service.ts'
import type { PatientFile } from '../../record/patient/patient.row.ts'
import {
  auditableReason,
  conflictErrors,
  reasonErrors,
  staffUserOf,
  type ChangeContext
} from '../access-change.ts'
import { recordAccessError, type RecordAccessError } from '../access.errors.ts'
import {
  configurationRefusals,
  withLockedPatient,
  type LockedPatient
} from './locked-patient.service.ts'

interface StandingRequest {
  readonly reason: string | null
  readonly expectedVersion: number
}

/** E00166 AC1-2: the patient's online services as a whole, on or off. */
export interface CitizenServiceChange extends StandingRequest {
  readonly enabled: boolean
}

/** Ruling R10: what staff found of an under 16, and why. */
export interface CompetenceAssessment extends StandingRequest {
  readonly competent: boolean
}

interface Standing {
  readonly masterState: MasterState
  readonly competence: Competence
  readonly competenceReason: string | null
}

interface Asked {
  readonly action: AuditAction
  readonly request: StandingRequest
  readonly context: ChangeContext
  /** The standing asked for, from the one there is. */
  readonly next: (now: Standing) => Standing
  readonly errors: readonly RecordAccessError[]
}

type Changed = Result<PatientFile, readonly RecordAccessError[]>

const standingOf = ({ row }: LockedPatient): Standing => ({
  masterState: row.masterState,
  competence: row.competence,
  competenceReason: row.competenceReason
})

const isSame = (one: Standing, other: Standing): boolean =>
  one.masterState === other.masterState &&
  one.competence === other.competence &&
  one.competenceReason === other.competenceReason

const audit = (
  { em, file }: LockedPatient,
  { action, request, context }: Asked,
  told: { outcome: AuditOutcome; detail: object }
): void => {
  const { id: patientId, practiceId } = file.patient
  const { viewer, requestId } = context
  const reason = auditableReason(request)
  addAuditEvent(
    em,
    { practiceId, patientId, action, viewer, requestId, reason, ...told },
    context
  )
}

const fileWith = (
  { row, file }: LockedPatient,
  { masterState, competence }: Standing
): PatientFile => ({
  ...file,
  standing: { ...file.standing, masterState, competence },
  patientAccessVersion: row.version
})

const apply = (locked: LockedPatient, asked: Asked): Changed => {
  const { request, context } = asked
  const { row, em } = locked
  const before = standingOf(locked)
  const after = asked.next(before)
  const changes = !isSame(before, after)
  const errors = [
    ...configurationRefusals(locked.file, context),
    ...asked.errors,
    ...reasonErrors(request),
    ...(changes ? conflictErrors(request, row.version) : [])
  ]
  if (errors.length > 0) {
    const codes = errors.map(({ code }) => code)
    const detail = { before, errors: codes }
    audit(locked, asked, { outcome: 'REFUSED', detail })
    return err(errors)
  }
  const detail = { before, after }
  audit(locked, asked, {
    outcome: changes ? 'CHANGED' : 'ALREADY_IN_FORCE',
    detail
  })
  if (changes) {
    em.assign(row, {
      ...after,
      version: row.version + 1,
      updatedAt: context.clock(),
      updatedBy: staffUserOf(context)
    })
  }
  return ok(fileWith(locked, after))
}

/**
 * E00166 AC1-2, Ruling R6: in force from the next call on. Disabling somebody
 * never enabled is a change too, and no levels are touched either way.
 */
export const setCitizenServiceAccess = (
  em: EntityManager,
  found: PatientFile,
  asked: { change: CitizenServiceChange; context: ChangeContext }
): Promise<Changed> =>
  withLockedPatient(em, found, async (locked) =>
    apply(locked, {
      action: 'SET_CITIZEN_SERVICE_ACCESS',
      request: asked.change,
      context: asked.context,
      next: (now) => ({
        ...now,
        masterState: masterStateAfter(asked.change.enabled)
      }),
      errors: []
    })
  )

/** Ruling R10: opens an under 16's own calls, or blocks them until reviewed. */
export const recordCompetenceAssessment = (
  em: EntityManager,
  found: PatientFile,
  asked: { assessment: CompetenceAssessment; context: ChangeContext }
): Promise<Changed> => {
  const { competent, reason } = asked.assessment
  return withLockedPatient(em, found, async (locked) =>
    apply(locked, {
      action: 'RECORD_COMPETENCE_ASSESSMENT',
      request: asked.assessment,
      context: asked.context,
      next: (now) => ({
        ...now,
        competence: competent ? 'COMPETENT' : 'NOT_COMPETENT',
        competenceReason: reason
      }),
      errors: reason?.trim() ? [] : [recordAccessError('REASON_REQUIRED')]
    })
  )
}
