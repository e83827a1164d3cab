import type { RawBuilder } from 'kysely'
import { rowsOf, sql, type Database } from '../../../database/sql.ts'
import type { StaffRole } from '../../../policy/viewer.ts'
import type { ConfigurationSetting } from '../../../vocabulary/configuration-setting.ts'
import type { AuditAction, AuditOutcome } from '../audit-action.ts'
import type { AuditedViewer } from '../audit-actor.ts'
import type { Json } from '../canonical.ts'
import type { AuditChainName } from '../chain.ts'

/** Who it was, as the row keeps it; what a kind does not have is missing. */
export interface StoredActor {
  readonly kind: AuditedViewer['kind']
  readonly userId?: string
  readonly roleProfileId?: string
  readonly roles?: readonly StaffRole[]
  readonly activityCodes?: readonly string[]
  readonly odsCode?: string
  readonly nhsNumber?: string
}

/** An audit row with the names of those it is about. */
export interface AuditEventRow {
  readonly seq: number
  readonly id: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly actor: StoredActor
  /** Of the practitioner with the actor's user id, if the practice has one. */
  readonly actorName: string | null
  readonly nhsNumber: string | null
  readonly action: AuditAction
  readonly outcome: AuditOutcome
  readonly settings: readonly ConfigurationSetting[]
  readonly detail: Json
  readonly reason: string | null
  readonly requestId: string
}

type Part = RawBuilder<unknown>

/** What to look for; conditions are on the chain's own columns. */
export interface EventSearch {
  readonly chain: AuditChainName
  /** Picks one practice `o`. */
  readonly practice: Part
  /** Patient to be known by NHS number; null for all rows. */
  readonly nhsNumber: string | null
  readonly conditions: readonly Part[]
  readonly after: number | null
  readonly limit: number
}

/** Rows, newest first, of a practice that is there. */
export interface FoundEvents {
  readonly practiceId: string
  /** Whose rows were asked for; null for all, or for nobody known. */
  readonly patientId: string | null
  readonly events: readonly AuditEventRow[]
}

interface EventPageRow {
  readonly practiceId: string
  readonly patientId: string | null
  readonly event: AuditEventRow | null
}

const EVENT = sql.raw(`case when e.id is not null then json_build_object(
  'seq', e.seq, 'id', e.id,
  'at', to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'actor', e.actor, 'actorName', n.name, 'nhsNumber', p.nhs_number,
  'action', e.action, 'outcome', e.outcome, 'settings', e.settings,
  'detail', e.detail, 'reason', e.reason, 'requestId', e.request_id) end`)

/** Where each chain is kept; looks have no settings. */
export const SOURCES = {
  changes: { table: sql.table('audit_event'), settings: sql`c.settings` },
  reads: { table: sql.table('audit_read'), settings: sql`'{}'::text[]` }
} as const satisfies Record<AuditChainName, { table: Part; settings: Part }>

const whereOf = ({ nhsNumber, conditions, after }: EventSearch): Part =>
  sql.join(
    [
      sql`c.practice_id = o.id`,
      ...(nhsNumber === null ? [] : [sql`c.patient_id = sought.id`]),
      ...(after === null ? [] : [sql`c.seq < ${after}`]),
      ...conditions
    ],
    sql` and `
  )

/**
 * One page of a chain in one statement: walked backwards along the index of
 * practice (and patient) and place, and joined with names only then.
 * Undefined when there is no such practice.
 */
export const loadEventPage = async (
  db: Database,
  search: EventSearch
): Promise<FoundEvents | undefined> => {
  const { chain, practice, nhsNumber, limit } = search
  const { table, settings } = SOURCES[chain]
  const rows = await rowsOf(
    db,
    sql<EventPageRow>`
      select o.id as "practiceId", sought.id as "patientId", ${EVENT} as event
      from practice o
      left join patient sought
        on sought.practice_id = o.id and sought.nhs_number = ${nhsNumber}
      left join lateral (
        select c.seq, c.id, c.occurred_at, c.actor, c.patient_id, c.action,
          c.outcome, ${settings} as settings, c.detail, c.reason, c.request_id
        from ${table} c
        where ${whereOf(search)}
        order by c.seq desc limit ${limit}
      ) e on true
      left join patient p on p.practice_id = o.id and p.id = e.patient_id
      left join lateral (
        select array_to_string(w.prefix || w.given || w.family, ' ') as name
        from practitioner w
        where w.practice_id = o.id and w.sds_user_id = e.actor ->> 'userId'
        order by w.id limit 1
      ) n on true
      where ${practice}
      order by e.seq desc`
  )
  const [first] = rows
  return (
    first && {
      practiceId: first.practiceId,
      patientId: first.patientId,
      events: rows.flatMap(({ event }) => (event ? [event] : []))
    }
  )
}
