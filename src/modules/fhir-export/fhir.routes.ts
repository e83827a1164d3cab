import type { Resource } from 'fhir/r3.js'
import type {
  FastifyError,
  FastifyInstance,
  FastifyPluginAsync,
  FastifyReply,
  FastifyRequest
} from 'fastify'
import { isDatabaseUnavailable } from '../../database/unavailable.ts'
import type { Viewer } from '../../policy/viewer.ts'
import type { RequestAudit } from '../audit/request-audit.service.ts'
import type { TokenVerifier } from '../identity/token-verifier.ts'
import { answerStructuredRecord } from './answer-structured-record.ts'
import { identifyCaller, toIdentityOutcome } from './fhir-caller.ts'
import { fhirError, type FhirError } from './operation-outcome.ts'
import { findHeaderError, setAnswerHeaders } from './request-headers.ts'
import type { StructuredRecordService } from './structured-record-source.ts'

/** The API's public base ends the same way (Access Record digest 1.1). */
export const FHIR_BASE =
  '/gp-connect/patient-facing/access-record-fhir/FHIR/STU3'

const OPERATION = '$gpc.getstructuredrecord'

/** Digest section 1.2: no message is larger than 10 MB. */
const BODY_LIMIT = 10 * 1024 * 1024

/** Whose call it is, in which request. */
export interface FhirCaller {
  readonly viewer: Viewer
  readonly requestId: string
}

/** Whoever calls is known from the token alone, so the routes verify it. */
interface FhirRouteOptions {
  readonly verifier: TokenVerifier
  readonly service: StructuredRecordService
  readonly auditFor: (caller: FhirCaller) => RequestAudit
}

const send = (
  reply: FastifyReply,
  { status, body }: { status: number; body: Resource }
): FastifyReply =>
  reply
    .code(status)
    .type('application/fhir+json; charset=utf-8')
    .send(JSON.stringify(body))

/** Checks that need no body: who calls, and the headers (Ruling R24). */
const admit =
  (verifier: TokenVerifier, viewers: WeakMap<FastifyRequest, Viewer>) =>
  async (request: FastifyRequest, reply: FastifyReply) => {
    setAnswerHeaders(request, reply)
    const { authorization } = request.headers
    const caller = await identifyCaller(verifier, authorization)
    if (!caller.ok) {
      const { kind, reason } = caller.error
      request.log.info({ reason }, 'token refused')
      if (kind === 'UNAUTHENTICATED') reply.header('www-authenticate', 'Bearer')
      return send(reply, toIdentityOutcome(caller.error))
    }
    const wrong = findHeaderError(request)
    if (wrong) return send(reply, wrong)
    viewers.set(request, caller.value)
  }

const CLIENT_ERRORS: ReadonlyMap<number, FhirError> = new Map([
  [413, fhirError({ kind: 'BODY_TOO_LARGE' })],
  [415, fhirError({ kind: 'UNSUPPORTED_MEDIA_TYPE' })]
])

const answerFailure = (
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply
): FastifyReply => {
  const status = error.statusCode ?? 500
  if (status >= 400 && status < 500) {
    const known = CLIENT_ERRORS.get(status)
    return send(reply, known ?? fhirError({ kind: 'BAD_REQUEST' }))
  }
  const errorId = request.id
  if (isDatabaseUnavailable(error)) {
    request.log.error({ errorId }, 'database unreachable')
    return send(reply, fhirError({ kind: 'UNAVAILABLE' }))
  }
  request.log.error({ errorId, err: error }, 'unexpected error')
  const diagnostics = `errorId: ${errorId}`
  return send(reply, fhirError({ kind: 'INTERNAL_SERVER_ERROR', diagnostics }))
}

/** Ruling R33: durable before the answer leaves, or nothing leaves. */
const settle = async (
  audit: RequestAudit,
  request: FastifyRequest
): Promise<FhirError | null> => {
  try {
    await audit.settle()
    return null
  } catch (error) {
    const errorId = request.id
    request.log.error({ errorId, err: error }, 'the audit cannot be written')
    return fhirError({ kind: 'UNAVAILABLE' })
  }
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A known address with another method is wrong; all others are not there. */
const answerUnknown = (
  request: FastifyRequest,
  reply: FastifyReply
): FastifyReply => {
  const [path = ''] = request.url.split('?')
  const isKnown = decoded(path) === `${FHIR_BASE}/Patient/${OPERATION}`
  return send(
    reply,
    isKnown
      ? fhirError({ kind: 'BAD_REQUEST', diagnostics: 'Use POST' })
      : fhirError({ kind: 'NOT_IMPLEMENTED' })
  )
}

/** Whether an address, decodable or not, is under the base. */
export const isFhirAddress = (url: string): boolean =>
  url.startsWith(`${FHIR_BASE}/`)

/** For an address that Fastify cannot decode, and so has no route for. */
export const answerUnreadableFhir = (
  request: FastifyRequest,
  reply: FastifyReply
): FastifyReply => {
  setAnswerHeaders(request, reply)
  return send(reply, fhirError({ kind: 'BAD_REQUEST' }))
}

const readBodiesAsText = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    '*',
    { parseAs: 'string', bodyLimit: BODY_LIMIT },
    // Parsed by the handler: whatever it is, other checks come before it.
    (_request, body, done) => done(null, body)
  )
}

/**
 * GP Connect Access Record, patient facing (Access Record digest sections 1
 * and 6). Every answer under the base is FHIR, errors of Fastify's among them.
 */
export const fhirRoutes =
  ({ verifier, service, auditFor }: FhirRouteOptions): FastifyPluginAsync =>
  async (root) => {
    const viewers = new WeakMap<FastifyRequest, Viewer>()
    const routes: FastifyPluginAsync = async (app) => {
      readBodiesAsText(app)
      app.addHook('onRequest', admit(verifier, viewers))
      app.setErrorHandler(answerFailure)
      app.setNotFoundHandler(answerUnknown)
      // A parameter, since clients may send the dollar sign as %24.
      app.post<{ Params: { operation: string } }>(
        '/Patient/:operation',
        { bodyLimit: BODY_LIMIT },
        async (request, reply) => {
          const viewer = viewers.get(request)
          if (!viewer || request.params.operation !== OPERATION) {
            return answerUnknown(request, reply)
          }
          const { body } = request
          const requestId = String(request.headers['x-request-id'])
          const caller = { viewer, requestId }
          const audit = auditFor(caller)
          const call = { ...caller, body, audit }
          const answer = await answerStructuredRecord(service, call)
          const unsettled = await settle(audit, request)
          if (unsettled) return send(reply, unsettled)
          return answer.ok
            ? send(reply, { status: 200, body: answer.value })
            : send(reply, answer.error)
        }
      )
    }
    await root.register(routes, { prefix: FHIR_BASE })
  }
