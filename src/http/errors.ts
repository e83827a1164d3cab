import type { FastifyInstance, FastifyReply } from 'fastify'
import { isDatabaseUnavailable } from '../database/unavailable.ts'

const CLIENT_ERRORS = {
  400: 'BAD_REQUEST',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE'
} as const

const isClientError = (status: number): status is keyof typeof CLIENT_ERRORS =>
  status in CLIENT_ERRORS

const statusOf = (error: unknown): number =>
  typeof error === 'object' &&
  error !== null &&
  'statusCode' in error &&
  typeof error.statusCode === 'number'
    ? error.statusCode
    : 500

const MESSAGE = 'The request cannot be read'

/** For a request that has no route since its address cannot be decoded. */
export const answerUnreadable = (reply: FastifyReply): FastifyReply =>
  reply
    .code(400)
    .send({ error: { code: CLIENT_ERRORS[400], message: MESSAGE } })

/** Errors outside the graph and the FHIR routes, as `{ error: { code } }`. */
export const answerErrors = (app: FastifyInstance): void => {
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({
      error: { code: 'NOT_FOUND', message: 'There is nothing here' }
    })
  )
  app.setErrorHandler((error, request, reply) => {
    const status = statusOf(error)
    if (isClientError(status)) {
      const code = CLIENT_ERRORS[status]
      return reply.code(status).send({ error: { code, message: MESSAGE } })
    }
    const errorId = request.id
    if (isDatabaseUnavailable(error)) {
      request.log.error({ errorId }, 'database unreachable')
      const message = 'The service is not available at the moment'
      return reply
        .code(503)
        .send({ error: { code: 'SERVICE_UNAVAILABLE', message } })
    }
    request.log.error({ errorId, err: error }, 'unexpected error')
    const message = 'Something went wrong'
    return reply
      .code(500)
      .send({ error: { code: 'INTERNAL_SERVER_ERROR', message, errorId } })
  })
}
