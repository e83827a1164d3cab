import { databaseOf } from '../../../database/sql.ts'
import { badArgument } from '../../../graphql/types/bad-argument.ts'
import {
  toConnection,
  type Connection
} from '../../../graphql/types/connection.ts'
import type { GraphContext } from '../../../graphql/types/context.ts'
import { denialError } from '../../../graphql/types/denial.ts'
import { canReadAudit } from '../../../policy/audit-access.ts'
import { toAuditEvent, type AuditEvent } from './audit-event.view.ts'
import type { AuditEventFilter, AuditEventsArgs } from './audit-events.args.ts'
import { findAuditEvents, type AuditFilter } from './audit-events.loader.ts'
import { seqAfter, toEventCursor } from './event-cursor.ts'

/** As long as a user id of a token may be. */
const MAX_USER_ID = 255
const NOT_PRINTABLE = /[\p{Cc}\p{Cs}]/u

const toFilter = (asked: AuditEventFilter): AuditFilter => {
  const { nhsNumber = null, userId = null, from = null, to = null } = asked
  const { actions = null, settings = null, outcomes = null } = asked
  if (
    userId !== null &&
    (userId.length > MAX_USER_ID || NOT_PRINTABLE.test(userId))
  ) {
    throw badArgument(['filter', 'userId'], 'is not a user id')
  }
  if (from !== null && to !== null && from > to) {
    throw badArgument(['filter', 'to'], 'is before filter.from')
  }
  return { nhsNumber, userId, actions, settings, outcomes, from, to }
}

/** What was looked for, but for whom: that the row says by itself. */
const toldOf = (
  { nhsNumber, ...filter }: AuditFilter,
  found: { patientId: string | null }
): object => ({
  ...Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== null)
  ),
  ...(nhsNumber === null ? {} : { patientKnown: found.patientId !== null })
})

/**
 * A page of a practice's audit, newest first, for its own staff (R33). To look
 * is audited; NOT_FOUND to other practices, BAD_USER_INPUT for a cursor of
 * another list or days in the wrong order.
 */
export const listAuditEvents = async (
  args: AuditEventsArgs,
  { em, viewer, audit }: GraphContext
): Promise<Connection<AuditEvent>> => {
  const { odsCode, chain, first } = args
  const allowed = canReadAudit(viewer, odsCode)
  if (!allowed.allowed) throw denialError(allowed.reason)
  const list = `${chain}:${odsCode}`
  const after = seqAfter(list, args)
  const filter = toFilter(args.filter ?? {})
  const found = await findAuditEvents(databaseOf(em), {
    odsCode,
    chain,
    filter,
    after,
    limit: first + 1
  })
  if (!found) throw denialError('OTHER_PRACTICE')
  const { practiceId, patientId, events } = found
  audit.sawAudit({
    practiceId,
    patientId,
    filter: { chain, ...toldOf(filter, found) }
  })
  const edges = events.slice(0, first).map((row) => ({
    cursor: toEventCursor(list, row.seq),
    node: toAuditEvent(row, chain)
  }))
  return toConnection(edges, events.length > first)
}
