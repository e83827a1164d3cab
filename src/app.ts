import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled
} from '@apollo/server/plugin/disabled'
import helmet from '@fastify/helmet'
import type { MikroORM } from '@mikro-orm/postgresql'
import Fastify, { type FastifyInstance } from 'fastify'
import { knownMigrations } from './database/migrate.ts'
import { databaseOf } from './database/sql.ts'
import { auditedRequests } from './graphql/audited-requests.ts'
import { errorReports, formatError } from './graphql/errors.ts'
import { MAX_TOKENS, operationLimits } from './graphql/limits.ts'
import { createSchema } from './graphql/schema.ts'
import type { GraphContext } from './graphql/types/context.ts'
import { answerErrors, answerUnreadable } from './http/errors.ts'
import { graphiqlPages } from './http/graphiql.ts'
import { graphqlRoutes } from './http/graphql.routes.ts'
import { checkReadiness, healthRoutes } from './http/health.ts'
import {
  loggerOptions,
  REQUEST_ID_HEADER,
  requestIdFrom
} from './http/logging.ts'
import {
  createAuditTrail,
  type AuditSettings,
  type AuditTrail
} from './modules/audit/audit-trail.service.ts'
import { createRequestAudit } from './modules/audit/request-audit.service.ts'
import {
  answerUnreadableFhir,
  fhirRoutes,
  isFhirAddress,
  type FhirCaller
} from './modules/fhir-export/fhir.routes.ts'
import { createStructuredRecordService } from './modules/fhir-export/structured-record.service.ts'
import type { DemoIssuer } from './modules/identity/demo-issuer.ts'
import type { DemoPersona } from './modules/identity/demo-persona.ts'
import { demoIdentityRoutes } from './modules/identity/identity.routes.ts'
import type { TokenVerifier } from './modules/identity/token-verifier.ts'
import { createRecordReader } from './modules/record/record.service.ts'
import { londonDateOf } from './vocabulary/partial-date.ts'

/** Everything the server depends on; it opens nothing itself. */
export interface AppOptions {
  readonly orm: MikroORM
  readonly verifier: TokenVerifier
  readonly audit: AuditSettings
  readonly clock: () => Date
  /** UUIDv7, for new rows and for requests that bring no id. */
  readonly ids: () => string
  readonly production: boolean
  readonly citizenGraphql: boolean
  readonly logLevel: string
  /** Where GraphiQL was built; null where it is not served. */
  readonly graphiqlDirectory: string | null
  /** Issues tokens of made-up people; null in production. */
  readonly demo: {
    readonly issuer: DemoIssuer
    readonly personas: readonly DemoPersona[]
  } | null
}

const createContext =
  ({ orm, clock, ids, citizenGraphql }: AppOptions, trail: AuditTrail) =>
  (viewer: GraphContext['viewer'], requestId: string): GraphContext => {
    const em = orm.em.fork()
    const db = databaseOf(em)
    const today = londonDateOf(clock())
    const records = createRecordReader({ db, viewer, today })
    const who = { viewer, requestId, via: 'GRAPHQL' } as const
    return {
      viewer,
      requestId,
      today,
      clock,
      ids,
      em,
      records,
      exports: createStructuredRecordService({ em, clock }),
      audit: createRequestAudit({ ...who, db, trail, clock, ids }),
      citizenGraphql
    }
  }

const createApollo = async (
  app: FastifyInstance,
  { production }: AppOptions
): Promise<ApolloServer<GraphContext>> => {
  const apollo = new ApolloServer<GraphContext>({
    schema: await createSchema(),
    introspection: true,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: production,
    parseOptions: { maxTokens: MAX_TOKENS },
    formatError,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      operationLimits({ production }),
      errorReports(app.log),
      auditedRequests(app.log)
    ]
  })
  await apollo.start()
  app.addHook('onClose', () => apollo.stop())
  return apollo
}

const createServer = ({
  logLevel,
  production,
  ids
}: AppOptions): FastifyInstance => {
  const app: FastifyInstance = Fastify({
    logger: loggerOptions({ level: logLevel, production }),
    genReqId: requestIdFrom(ids),
    forceCloseConnections: 'idle',
    // Fastify's own answer would repeat the address.
    frameworkErrors: (_error, request, reply) => {
      reply.header(REQUEST_ID_HEADER, request.id)
      return isFhirAddress(request.url)
        ? answerUnreadableFhir(request, reply)
        : answerUnreadable(reply)
    }
  })
  answerErrors(app)
  app.addHook('onRequest', async (request, reply) => {
    reply.header(REQUEST_ID_HEADER, request.id)
  })
  return app
}

const openTrail = async (
  app: FastifyInstance,
  { orm, clock, audit }: AppOptions
): Promise<AuditTrail> => {
  const report = (problem: string) => app.log.error(problem)
  const reportUnplaced = (reqId: string) =>
    app.log.warn({ reqId }, 'a refusal is in no audit chain: of no practice')
  const trail = createAuditTrail({
    ...audit,
    em: orm.em,
    clock,
    report,
    reportUnplaced
  })
  await trail.begin()
  app.addHook('onClose', () => trail.close())
  return trail
}

/** The whole HTTP server, ready to listen or to be asked by a test. */
export const createApp = async (
  options: AppOptions
): Promise<FastifyInstance> => {
  const { orm, clock, ids, verifier, graphiqlDirectory } = options
  const app = createServer(options)
  const trail = await openTrail(app, options)
  await app.register(helmet)
  await app.register(
    healthRoutes(() =>
      checkReadiness(databaseOf(orm.em.fork()), {
        known: knownMigrations(),
        auditState: trail.state
      })
    )
  )
  if (options.demo) await app.register(demoIdentityRoutes(options.demo))
  if (graphiqlDirectory !== null) {
    await app.register(graphiqlPages({ directory: graphiqlDirectory }))
  }
  const apollo = await createApollo(app, options)
  const contextFor = createContext(options, trail)
  await app.register(
    graphqlRoutes({ apollo, verifier, contextFor, graphiqlDirectory })
  )
  const service = createStructuredRecordService({ em: orm.em, clock })
  const auditFor = (who: FhirCaller) => {
    const db = databaseOf(orm.em.fork())
    return createRequestAudit({ ...who, db, trail, clock, ids, via: 'FHIR' })
  }
  await app.register(fhirRoutes({ verifier, service, auditFor }))
  return app
}
