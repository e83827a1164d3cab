import type { FastifyRequest, FastifyServerOptions } from 'fastify'

export const REQUEST_ID_HEADER = 'x-request-id'

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/**
 * The caller's request id when it is a UUID, else one of our own. It is in
 * every log line of the request and in the answer.
 */
export const requestIdFrom =
  (ids: () => string) =>
  (request: { headers: Record<string, unknown> }): string => {
    const given = request.headers[REQUEST_ID_HEADER]
    return typeof given === 'string' && UUID.test(given) ? given : ids()
  }

/** The route and not the address, which may hold an NHS number. */
const describeRequest = (request: FastifyRequest) => ({
  method: request.method,
  route: request.routeOptions?.url ?? 'unknown'
})

/** An error as it is logged; `code` where it has one. */
export type LoggedError = {
  type: string
  message: string
  stack: string
  [fact: string]: unknown
}

/** Errors of the language itself, whose words are of code and not of data. */
const PLAIN_ERRORS = ['Error', 'TypeError', 'RangeError', 'ReferenceError']

/**
 * An error for the log: its kind, its code and where it came from. What a
 * database says may quote what was to be stored, so it is left out.
 */
export const describeError = (error: unknown): LoggedError => {
  const { name, code, message, stack }: Partial<Error & { code: unknown }> =
    Object(error)
  const frames = String(stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
  const isPlain = PLAIN_ERRORS.includes(String(name)) && code === undefined
  return {
    type: name ?? typeof error,
    message: isPlain ? String(message) : '',
    ...(code === undefined ? {} : { code }),
    stack: frames.join('\n')
  }
}

/**
 * Structured logs without patient data: no address, header, body or token is
 * ever written. Development logs go to standard error, beside the banner.
 */
export const loggerOptions = (settings: {
  level: string
  production: boolean
}): NonNullable<FastifyServerOptions['logger']> => ({
  level: settings.level,
  base: null,
  ...(settings.production ? {} : { stream: process.stderr }),
  serializers: {
    req: describeRequest,
    err: describeError,
    res: (reply: { statusCode: number }) => ({ statusCode: reply.statusCode })
  }
})
