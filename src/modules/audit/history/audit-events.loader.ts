import { sql, type Database } from '../../../database/sql.ts'
import type { ConfigurationSetting } from '../../../vocabulary/configuration-setting.ts'
import type { LocalDate } from '../../../vocabulary/partial-date.ts'
import type { AuditAction, AuditOutcome } from '../audit-action.ts'
import type { AuditChainName } from '../chain.ts'
import {
  loadEventPage,
  SOURCES,
  type FoundEvents
} from './event-page.loader.ts'

/** What rows must agree with, all of it; null asks nothing. */
export interface AuditFilter {
  readonly nhsNumber: string | null
  readonly userId: string | null
  readonly actions: readonly AuditAction[] | null
  readonly settings: readonly ConfigurationSetting[] | null
  readonly outcomes: readonly AuditOutcome[] | null
  /** First and last day in Europe/London. */
  readonly from: LocalDate | null
  readonly to: LocalDate | null
}

export interface AuditSearch {
  readonly odsCode: string
  readonly chain: AuditChainName
  readonly filter: AuditFilter
  readonly after: number | null
  readonly limit: number
}

const conditionsOf = (filter: AuditFilter, chain: AuditChainName) => {
  const { userId, actions, settings, outcomes, from, to } = filter
  return [
    userId !== null && sql`c.actor ->> 'userId' = ${userId}`,
    actions && sql`c.action = any(${[...actions]}::text[])`,
    settings && sql`${SOURCES[chain].settings} && ${[...settings]}::text[]`,
    outcomes && sql`c.outcome = any(${[...outcomes]}::text[])`,
    from !== null &&
      sql`c.occurred_at >=
        ${from}::date::timestamp at time zone 'Europe/London'`,
    to !== null &&
      sql`c.occurred_at <
        (${to}::date + 1)::timestamp at time zone 'Europe/London'`
  ].flatMap((condition) => condition || [])
}

/** Rows of a practice's chain, newest first; undefined without a practice. */
export const findAuditEvents = (
  db: Database,
  { odsCode, chain, filter, after, limit }: AuditSearch
): Promise<FoundEvents | undefined> =>
  loadEventPage(db, {
    chain,
    practice: sql`o.ods_code = ${odsCode}`,
    nhsNumber: filter.nhsNumber,
    conditions: conditionsOf(filter, chain),
    after,
    limit
  })
