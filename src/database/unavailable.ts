/**
 * Node's and PostgreSQL's codes of a server that cannot be asked now. 08P01
 * is none of them: it says that we sent what the protocol does not allow.
 * 55P03 is a lock that somebody holds for too long.
 */
const UNAVAILABLE_CODES =
  /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|08(?!P01)\w{3}|57P0[123]|53300|55P03)$/

/** pg and pg-pool give these no code. */
const UNAVAILABLE_MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/

const MAX_CAUSES = 5

const isUnavailable = (error: object): boolean => {
  const code = 'code' in error ? String(error.code) : ''
  const message = 'message' in error ? String(error.message) : ''
  return UNAVAILABLE_CODES.test(code) || UNAVAILABLE_MESSAGES.test(message)
}

/** MikroORM keeps it as `previous`, graphql-js as `thrownValue`. */
const causeOf = (error: object): unknown => {
  if ('cause' in error) return error.cause
  if ('previous' in error) return error.previous
  return 'thrownValue' in error ? error.thrownValue : null
}

/**
 * Whether an error, or what caused it, is the database being down or out of
 * reach, rather than something this server did wrong.
 */
export const isDatabaseUnavailable = (error: unknown): boolean => {
  let current = error
  for (let step = 0; step < MAX_CAUSES; step += 1) {
    if (typeof current !== 'object' || current === null) return false
    if (isUnavailable(current)) return true
    if ('errors' in current && Array.isArray(current.errors)) {
      return current.errors.some(isDatabaseUnavailable)
    }
    current = causeOf(current)
  }
  return false
}
