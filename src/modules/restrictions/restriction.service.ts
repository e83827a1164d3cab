import type { EntityManager } from '@mikro-orm/postgresql'
import { databaseOf, inTransaction, sql } from '../../database/sql.ts'
import type { Viewer } from '../../policy/viewer.ts'
import { err, ok, type Result } from '../../vocabulary/result.ts'
import type { AuditAction } from '../audit/audit.service.ts'
import { addAuditEvent, type AuditContext } from '../audit/audit.service.ts'
import type { HiddenById, PatientKey } from '../record/area.ts'
import { loadHidden } from '../record/closure.loader.ts'
import {
  loadEntryPlaces,
  type EntryPlace
} from '../record/entry-place.loader.ts'
import { markRestricted } from '../record/entry-restriction.service.ts'
import { loadLinkedIds } from './linked-entry.loader.ts'
import {
  idErrors,
  inheritedErrors,
  readNamedEntries,
  requestErrors,
  type NamedEntries,
  type RestrictionRequest
} from './restriction-checks.service.ts'
import type { RestrictionError } from './restriction.errors.ts'

/** Who asks, and in which request. */
export interface RestrictionContext extends AuditContext {
  readonly viewer: Viewer
  readonly requestId: string
}

/** An entry with what hides it now. */
export interface RestrictedPlace {
  readonly place: EntryPlace
  readonly hiddenBy: NonNullable<ReturnType<HiddenById['get']>>
}

/** What a change of restrictions did. */
export interface RestrictionOutcome {
  readonly entries: readonly RestrictedPlace[]
  /** Others that are hidden, or shown again, with these (Ruling R16). */
  readonly alsoChanged: readonly RestrictedPlace[]
  /** Merely linked: they stay as they are (Ruling R16). */
  readonly linked: readonly RestrictedPlace[]
}

interface Asked {
  readonly patient: PatientKey
  readonly request: RestrictionRequest
  readonly context: RestrictionContext
}

/** As the writers of records do: marks and content change one after another. */
const lockRecord = async (
  em: EntityManager,
  { practiceId }: PatientKey
): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${practiceId}, 0))`.execute(
    databaseOf(em)
  )
}

const isRestricted = (hidden: HiddenById, id: string): boolean =>
  hidden.get(id)?.some(({ mark }) => mark === 'RESTRICTED') ?? false

const tell = async (
  em: EntityManager,
  { patient, request: { ids } }: Asked,
  before: HiddenById
): Promise<RestrictionOutcome> => {
  const db = databaseOf(em)
  const after = (await loadHidden(db, [patient])).get(patient.patientId)
  const now: HiddenById = after ?? new Map()
  const changed = [...new Set([...before.keys(), ...now.keys()])].filter(
    (id) =>
      !ids.includes(id) && isRestricted(before, id) !== isRestricted(now, id)
  )
  const linkedIds = await loadLinkedIds(db, patient, ids)
  const places = await loadEntryPlaces(db, patient, [
    ...ids,
    ...changed,
    ...linkedIds
  ])
  const placesOf = (wanted: readonly string[]): RestrictedPlace[] =>
    wanted.flatMap((id) => {
      const place = places.get(id)
      return place ? [{ place, hiddenBy: now.get(id) ?? [] }] : []
    })
  const isOther = (id: string) => !ids.includes(id) && !changed.includes(id)
  return {
    entries: placesOf(ids),
    alsoChanged: placesOf(changed),
    linked: placesOf(linkedIds.filter(isOther))
  }
}

const audit = (
  em: EntityManager,
  { patient, request, context }: Asked,
  told: {
    action: AuditAction
    changed: readonly string[]
    errors: readonly RestrictionError[]
  }
): Promise<void> => {
  const { action, changed, errors } = told
  const { viewer, requestId } = context
  const isRefused = errors.length > 0
  const isFaulty = errors.some(({ field }) => field[1] === 'reason')
  const detail = isRefused
    ? { asked: request.ids.length, errors: errors.map(({ code }) => code) }
    : { entryIds: [...changed] }
  const outcome = changed.length > 0 ? 'CHANGED' : 'ALREADY_IN_FORCE'
  return addAuditEvent(
    em,
    {
      ...patient,
      viewer,
      action,
      outcome: isRefused ? 'REFUSED' : outcome,
      settings: [],
      detail,
      reason: isFaulty ? null : request.reason,
      requestId
    },
    context
  )
}

interface RestrictionPlan {
  readonly action: AuditAction
  readonly restrict: boolean
  readonly errorsOf: (found: NamedEntries) => RestrictionError[]
}

/** All of the entries or none, with the audit row (Rulings R16, R33). */
const change = (
  em: EntityManager,
  asked: Asked,
  { action, restrict, errorsOf }: RestrictionPlan
): Promise<Result<RestrictionOutcome, readonly RestrictionError[]>> =>
  inTransaction(em, async (inner) => {
    const { patient, request, context } = asked
    const early = requestErrors(request)
    await lockRecord(inner, patient)
    const found = await readNamedEntries(inner, patient, request.ids)
    const errors = [...early, ...errorsOf(found)]
    if (errors.length > 0) {
      await audit(inner, asked, { action, changed: [], errors })
      return err(errors)
    }
    const entries = [...found.places.values()].filter(
      ({ restricted }) => restricted !== restrict
    )
    const { viewer, clock } = context
    const by = viewer.kind === 'practice-staff' ? viewer.userId : ''
    const mark = restrict ? { at: clock(), by, reason: request.reason } : null
    await markRestricted(inner, patient, { entries, mark })
    const outcome = await tell(inner, asked, found.hidden)
    const changed = entries.map(({ id }) => id)
    await audit(inner, asked, { action, changed, errors: [] })
    return ok(outcome)
  })

/** E00174 AC1: not shown to any citizen from the next answer on. */
export const restrictEntries = (em: EntityManager, asked: Asked) =>
  change(em, asked, {
    action: 'RESTRICT_ENTRIES',
    restrict: true,
    errorsOf: (found) => idErrors(asked.request, found)
  })

/** E00174 AC4: restores only what these restrictions hid (Ruling R16). */
export const liftRestriction = (em: EntityManager, asked: Asked) =>
  change(em, asked, {
    action: 'LIFT_RESTRICTION',
    restrict: false,
    errorsOf: (found) => [
      ...idErrors(asked.request, found),
      ...inheritedErrors(asked.request, found)
    ]
  })
