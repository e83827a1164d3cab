import { badArgument } from '../../graphql/types/bad-argument.ts'
import type { PageArgs } from '../../graphql/types/connection.ts'
import type { EntryPosition } from './area.ts'
import { parseCursor } from './cursor.ts'

/** Where a page starts; BAD_USER_INPUT for what is not a cursor of entries. */
export const pageStart = ({
  after
}: Pick<PageArgs, 'after'>): EntryPosition | null => {
  if (!after) return null
  const position = parseCursor(after)
  if (position.ok) return position.value
  throw badArgument(['after'], 'is not a cursor of this list')
}
