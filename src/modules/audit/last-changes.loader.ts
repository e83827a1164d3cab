import { rowsOf, sql, type Database } from '../../database/sql.ts'
import type { ConfigurationSetting } from '../../vocabulary/configuration-setting.ts'

/** Who set something last, when and why. */
export interface LastChange {
  /** ISO 8601, UTC. */
  readonly at: string
  /** Null when it was not a member of staff. */
  readonly userId: string | null
  readonly roleProfileId: string | null
  /** Of the practitioner with that user id, if the practice holds one. */
  readonly name: string | null
  readonly reason: string | null
}

/** Whose configuration: a patient's, or with null the practice's own. */
export interface ConfigurationKey {
  readonly practiceId: string
  readonly patientId: string | null
}

interface LastChangeRow extends Omit<LastChange, 'name'> {
  readonly setting: ConfigurationSetting
  readonly prefix: readonly string[] | null
  readonly given: readonly string[] | null
  readonly family: string | null
}

const nameOf = ({ prefix, given, family }: LastChangeRow): string | null =>
  family === null
    ? null
    : [...(prefix ?? []), ...(given ?? []), family].join(' ')

const toLastChange = (row: LastChangeRow): LastChange => {
  const { at, userId, roleProfileId, reason } = row
  return { at, userId, roleProfileId, reason, name: nameOf(row) }
}

/** The latest change of each setting that was ever changed. */
export const loadLastChanges = async (
  db: Database,
  { practiceId, patientId }: ConfigurationKey
): Promise<ReadonlyMap<ConfigurationSetting, LastChange>> => {
  const rows = await rowsOf(
    db,
    sql<LastChangeRow>`
      select distinct on (s.setting) s.setting, 
        to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
        e.actor ->> 'userId' as "userId",
        e.actor ->> 'roleProfileId' as "roleProfileId", e.reason,
        p.prefix, p.given, p.family
      from audit_event e
      cross join unnest(e.settings) as s (setting)
      left join practitioner p on p.practice_id = e.practice_id
        and p.sds_user_id = e.actor ->> 'userId'
      where e.practice_id = ${practiceId} and e.outcome = 'CHANGED'
        and ${patientId === null ? sql`e.patient_id is null` : sql`e.patient_id = ${patientId}`}
      order by s.setting, e.seq desc`
  )
  return new Map(rows.map((row) => [row.setting, toLastChange(row)]))
}
