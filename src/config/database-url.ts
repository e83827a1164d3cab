import { z } from 'zod'

const WRONG =
  'must be a PostgreSQL URL that names a database: postgres://user:password@host:port/database'

const isDecodable = (text: string): boolean => {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

const isPostgresUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return (
    /^postgres(ql)?:$/.test(url.protocol) &&
    url.pathname.length > 1 &&
    [url.username, url.password, url.pathname].every(isDecodable)
  )
}

/** Its message never repeats the value: it holds a password. */
export const databaseUrl = z.string().refine(isPostgresUrl, WRONG)
