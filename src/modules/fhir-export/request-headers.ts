import type { FastifyReply, FastifyRequest } from 'fastify'
import { isJsonObject } from './json-object.ts'
import { isReadableType, wantsJson } from './media-type.ts'
import { fhirError, type FhirError } from './operation-outcome.ts'

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** What an HTTP header may hold; the rest of a value is not sent back. */
const SENDABLE = /^[\t\x20-\x7e\x80-\xff]*$/

const isRequestId = (value: unknown): value is string =>
  typeof value === 'string' && UUID.test(value)

/** Digest section 1.2: both ids are mirrored; no answer is to be stored. */
export const setAnswerHeaders = (
  { headers }: FastifyRequest,
  reply: FastifyReply
): void => {
  reply.header('cache-control', 'no-store')
  const requestId = headers['x-request-id']
  if (isRequestId(requestId)) reply.header('x-request-id', requestId)
  const correlationId = headers['x-correlation-id']
  if (typeof correlationId === 'string' && SENDABLE.test(correlationId)) {
    reply.header('x-correlation-id', correlationId)
  }
}

/** What is wrong with the headers, by digest section 1.2; null: nothing. */
export const findHeaderError = ({
  headers,
  query
}: FastifyRequest): FhirError | null => {
  if (!isRequestId(headers['x-request-id'])) {
    return fhirError({
      kind: 'BAD_REQUEST',
      diagnostics: 'X-Request-ID is missing or not a UUID'
    })
  }
  const format = isJsonObject(query) ? query['_format'] : undefined
  if (!wantsJson({ format, accept: headers.accept })) {
    return fhirError({
      kind: 'UNSUPPORTED_MEDIA_TYPE',
      diagnostics: 'The answer can only be application/fhir+json'
    })
  }
  return isReadableType(headers['content-type'])
    ? null
    : fhirError({
        kind: 'UNSUPPORTED_MEDIA_TYPE',
        diagnostics: 'The body can only be application/fhir+json'
      })
}
