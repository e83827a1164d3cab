import type { Database } from '../../database/sql.ts'
import type { Viewer } from '../../policy/viewer.ts'
import type { ClinicalArea } from '../../vocabulary/clinical-area.ts'
import type { NewAuditRow } from './append.service.ts'
import { getAuditAction, type AuditAction } from './audit-action.ts'
import { actorOf } from './audit-actor.ts'
import type { AuditTrail } from './audit-trail.service.ts'
import type { ChangeAudit } from './audit.service.ts'
import { storable } from './canonical.ts'
import { toMicroseconds } from './chain.ts'
import { findRefusalPlace } from './refusal-place.loader.ts'
import type { Refusal } from './refusal.ts'

/** Through which face the server was asked. */
export type AuditedInterface = 'GRAPHQL' | 'FHIR'

/** A part of one patient's record that went out. */
export interface SeenPart {
  readonly practiceId: string
  readonly patientId: string
  /** With whose eyes: staff's own, or as the patient sees it. */
  readonly as: 'STAFF' | 'PATIENT'
  readonly area: ClinicalArea | 'DEMOGRAPHICS'
}

/** A look at the audit itself. */
export interface SeenAudit {
  readonly practiceId: string
  readonly patientId: string | null
  /** What was looked for, without NHS numbers. */
  readonly filter: object
}

/** One decision that was explained to staff. */
export interface ExplainedEntry {
  readonly practiceId: string
  readonly patientId: string
  readonly entryId: string
}

/**
 * What one request did, saw or was refused. Changes are audited with what
 * they change; the rest is noted here and must be settled before any answer
 * leaves (Ruling R33).
 */
export interface RequestAudit extends ChangeAudit {
  saw(part: SeenPart): void
  sawAudit(seen: SeenAudit): void
  explained(entry: ExplainedEntry): void
  refused(refusal: Refusal): void
  /**
   * Resolves once everything noted is durable; rejects when it is not, and
   * then nothing that was read may be answered.
   */
  settle(): Promise<void>
}

export interface RequestAuditOptions {
  readonly db: Database
  readonly trail: AuditTrail
  readonly viewer: Viewer
  readonly requestId: string
  readonly via: AuditedInterface
  readonly clock: () => Date
  readonly ids: () => string
}

interface Noted {
  readonly chain: NewAuditRow['chain']
  readonly practiceId: string
  readonly patientId: string | null
  readonly action: AuditAction
  readonly outcome: 'ALLOWED' | 'REFUSED'
  readonly detail: object
}

const toRow = (
  { chain, detail, ...noted }: Noted,
  { viewer, requestId, clock, ids, via }: RequestAuditOptions
): NewAuditRow => ({
  chain,
  row: {
    ...noted,
    id: ids(),
    occurredAt: toMicroseconds(clock()),
    requestId,
    actor: actorOf(viewer),
    settings: [],
    detail: storable({ interface: via, ...detail }),
    reason: null
  }
})

/** One row a patient: the areas of each pair of eyes, each area once. */
const recordsSeen = (parts: readonly SeenPart[]): Noted[] =>
  [...Map.groupBy(parts, ({ patientId }) => patientId).values()].flatMap(
    (ofPatient) => {
      const [first] = ofPatient
      if (!first) return []
      const { practiceId, patientId } = first
      const eyes = Map.groupBy(ofPatient, ({ as }) => as)
      const views = [...eyes.keys()].toSorted().map((as) => {
        const seen = eyes.get(as) ?? []
        const areas = [...new Set(seen.map(({ area }) => area))].toSorted()
        return { as, areas }
      })
      return {
        chain: 'reads',
        practiceId,
        patientId,
        action: 'READ_RECORD',
        outcome: 'ALLOWED',
        detail: { views }
      }
    }
  )

const auditSeen = ({ practiceId, patientId, filter }: SeenAudit): Noted => ({
  chain: 'reads',
  practiceId,
  patientId,
  action: 'READ_AUDIT',
  outcome: 'ALLOWED',
  detail: { filter }
})

const explanationNoted = ({
  practiceId,
  patientId,
  entryId
}: ExplainedEntry): Noted => ({
  chain: 'reads',
  practiceId,
  patientId,
  action: 'EXPLAIN_ACCESS',
  outcome: 'ALLOWED',
  detail: { entryId }
})

/** Nothing for whom no practice here knows: there is no chain to add to. */
const refusalNoted = async (
  { db, viewer }: RequestAuditOptions,
  { operation, isChange, field, denial, nhsNumber, odsCode }: Refusal
): Promise<Noted[]> => {
  const place = await findRefusalPlace(db, viewer, nhsNumber)
  if (!place) return []
  return [
    {
      chain: isChange ? 'changes' : 'reads',
      ...place,
      action: getAuditAction(operation),
      outcome: 'REFUSED',
      detail: {
        operation,
        field,
        denial,
        ...(odsCode === null ? {} : { odsCode })
      }
    }
  ]
}

const listRefused = async (
  options: RequestAuditOptions,
  refusals: readonly Refusal[]
): Promise<Noted[]> => {
  const { trail, viewer, requestId } = options
  const refused: Noted[] = []
  for (const refusal of refusals) {
    refused.push(...(await refusalNoted(options, refusal)))
  }
  const isUnplaced = refusals.length > 0 && refused.length === 0
  if (isUnplaced && viewer.kind !== 'anonymous') trail.unplaced(requestId)
  return refused
}

/** One per request. */
export const createRequestAudit = (
  options: RequestAuditOptions
): RequestAudit => {
  const { trail } = options
  const parts: SeenPart[] = []
  const audits: SeenAudit[] = []
  const explanations: ExplainedEntry[] = []
  const refusals = new Map<string, Refusal>()
  const changed = new Set<string>()

  const listNoted = async (): Promise<Noted[]> => [
    ...recordsSeen(parts),
    ...audits.map(auditSeen),
    ...explanations.map(explanationNoted),
    ...(await listRefused(options, [...refusals.values()]))
  ]

  return {
    key: trail.key,
    changed: (practiceId) => void changed.add(practiceId),
    saw: (part) => void parts.push(part),
    sawAudit: (seen) => void audits.push(seen),
    explained: (entry) => void explanations.push(entry),
    refused: (refusal) =>
      void refusals.set(JSON.stringify(Object.values(refusal)), refusal),
    settle: async () => {
      if (changed.size > 0) await trail.confirm([...changed])
      const noted = await listNoted()
      if (noted.length === 0) return
      await trail.record(noted.map((one) => toRow(one, options)))
    }
  }
}
