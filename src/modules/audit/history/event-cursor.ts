import { badArgument } from '../../../graphql/types/bad-argument.ts'
import type { PageArgs } from '../../../graphql/types/connection.ts'

/** Chains count by whole numbers, far below where JavaScript loses them. */
const CURSOR = /^(?<list>\S+) (?<seq>[1-9]\d{0,14})$/

/**
 * Opaque place of an audit row; `list` (without spaces) says of which list, so
 * that no other takes it for its own.
 */
export const toEventCursor = (list: string, seq: number): string =>
  Buffer.from(`${list} ${seq}`).toString('base64url')

/** The row to start after; BAD_USER_INPUT for what is no cursor of `list`. */
export const seqAfter = (
  list: string,
  { after }: Pick<PageArgs, 'after'>
): number | null => {
  if (after === undefined || after === null) return null
  const found = CURSOR.exec(Buffer.from(after, 'base64url').toString())?.groups
  if (found?.['list'] !== list) {
    throw badArgument(['after'], 'is not a cursor of this list')
  }
  return Number(found['seq'])
}
