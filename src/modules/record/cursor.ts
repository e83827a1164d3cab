import { parseLocalDate } from '../../vocabulary/partial-date.ts'
import { err, ok, type Result } from '../../vocabulary/result.ts'
import type { EntryPosition } from './area.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Opaque to clients; says nothing the entry itself does not. */
export const toCursor = ({ clinicalDate, id }: EntryPosition): string =>
  Buffer.from(`${clinicalDate ?? ''} ${id}`).toString('base64url')

export const parseCursor = (
  cursor: string
): Result<EntryPosition, 'NOT_A_CURSOR'> => {
  const [date = '', id = ''] = Buffer.from(cursor, 'base64url')
    .toString()
    .split(' ')
  if (!UUID.test(id)) return err('NOT_A_CURSOR')
  if (date === '') return ok({ clinicalDate: null, id })
  const day = parseLocalDate(date)
  return day.ok ? ok({ clinicalDate: day.value, id }) : err('NOT_A_CURSOR')
}
