import DataLoader from 'dataloader'
import { rowsOf, sql, type Database } from '../../../database/sql.ts'
import type { Visible } from '../../../policy/record-access.ts'
import {
  CONTENT_OF_REQUEST,
  LARGEST_CONTENT,
  type DocumentRow
} from './document.row.ts'

/**
 * The bytes of a document that the policy let through; null when none are
 * held, or others by now, `TOO_MUCH` when the request has had its share.
 */
export type FindContent = (
  document: Visible<DocumentRow>
) => Promise<Uint8Array | 'TOO_MUCH' | null>

interface ContentKey {
  readonly practiceId: string
  readonly binaryId: string
}

interface ContentRow {
  readonly binaryId: string
  readonly size: number
  /** Null when it would be too much. */
  readonly content: Uint8Array | null
}

/** As many as have room in `left` bytes, in one statement. */
const contentStatement = (keys: readonly ContentKey[], left: number) =>
  sql<ContentRow>`
    select d.binary_id as "binaryId", octet_length(c.content) as size,
      case when sum(octet_length(c.content)) over (order by d.binary_id)
        <= ${left}::bigint then c.content end as content
    from unnest(${keys.map(({ practiceId }) => practiceId)}::uuid[],
        ${keys.map(({ binaryId }) => binaryId)}::uuid[])
      as asked(practice_id, binary_id)
    join document d on d.practice_id = asked.practice_id
      and d.binary_id = asked.binary_id
    join document_content c on c.practice_id = d.practice_id
      and c.document_id = d.id
    where octet_length(c.content) <= ${LARGEST_CONTENT}::integer`

/**
 * One per request. Content is found by its own id, which names the bytes: what
 * replaced them after the policy had looked is not found, so that nothing is
 * answered of a document that came to be hidden meanwhile (Ruling R15).
 */
export const createContentFinder = (db: Database): FindContent => {
  let left = CONTENT_OF_REQUEST
  const loader = new DataLoader<
    ContentKey,
    Uint8Array | 'TOO_MUCH' | null,
    string
  >(
    async (keys) => {
      const rows = await rowsOf(db, contentStatement(keys, left))
      const found = new Map(rows.map((row) => [row.binaryId, row]))
      for (const { content, size } of rows) if (content) left -= size
      return keys.map(({ binaryId }) => {
        const row = found.get(binaryId)
        return row ? (row.content ?? 'TOO_MUCH') : null
      })
    },
    { cacheKeyFn: ({ practiceId, binaryId }) => `${practiceId}/${binaryId}` }
  )
  return async ({ practiceId, binaryId }) =>
    binaryId === null ? null : loader.load({ practiceId, binaryId })
}
