import { databaseOf } from '../../../database/sql.ts'
import {
  toConnection,
  type Connection,
  type PageArgs
} from '../../../graphql/types/connection.ts'
import type { GraphContext } from '../../../graphql/types/context.ts'
import { loadConfigurationHistory } from '../../audit/history/configuration-history.loader.ts'
import { seqAfter, toEventCursor } from '../../audit/history/event-cursor.ts'
import type { ConfigurationKey } from '../../audit/last-changes.loader.ts'
import {
  toAccessHistoryEvent,
  type AccessHistoryEvent
} from './access-history.view.ts'

/**
 * What was configured for a patient or a practice, newest first, whom the
 * caller has found to be theirs; BAD_USER_INPUT for a cursor of another list.
 */
export const listAccessHistory = async (
  key: ConfigurationKey,
  page: PageArgs,
  { em }: Pick<GraphContext, 'em'>
): Promise<Connection<AccessHistoryEvent>> => {
  const list = `history:${key.patientId ?? key.practiceId}`
  const rows = await loadConfigurationHistory(databaseOf(em), key, {
    after: seqAfter(list, page),
    limit: page.first + 1
  })
  const edges = rows.slice(0, page.first).map((row) => ({
    cursor: toEventCursor(list, row.seq),
    node: toAccessHistoryEvent(row)
  }))
  return toConnection(edges, rows.length > page.first)
}
