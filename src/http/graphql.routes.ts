import type { ApolloServer } from '@apollo/server'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { IdentityError } from '../modules/identity/identity.errors.ts'
import type { TokenVerifier } from '../modules/identity/token-verifier.ts'
import type { GraphContext } from '../graphql/types/context.ts'
import type { Viewer } from '../policy/viewer.ts'
import { sendGraphiqlPage, wantsGraphiql } from './graphiql.ts'

/** Largest GraphQL request body, in bytes. */
const BODY_LIMIT = 200_000

export interface GraphqlRouteOptions {
  readonly apollo: ApolloServer<GraphContext>
  readonly verifier: TokenVerifier
  readonly contextFor: (viewer: Viewer, requestId: string) => GraphContext
  /** Where GraphiQL was built; null where it is not served. */
  readonly graphiqlDirectory: string | null
}

/** A token that is no good ends the request before the graph is asked. */
const refuse = (reply: FastifyReply, error: IdentityError): FastifyReply => {
  const down = error.kind === 'UNAVAILABLE'
  if (!down) reply.header('www-authenticate', 'Bearer')
  return reply
    .code(down ? 503 : 401)
    .header('cache-control', 'no-store')
    .send({
      errors: [
        {
          message: error.message,
          extensions: {
            code: down ? 'SERVICE_UNAVAILABLE' : 'UNAUTHENTICATED',
            reason: error.reason
          }
        }
      ]
    })
}

/** `/graphql`: the graph, and GraphiQL for a browser that asks for a page. */
export const graphqlRoutes =
  (options: GraphqlRouteOptions): FastifyPluginAsync =>
  async (app) => {
    const viewers = new WeakMap<FastifyRequest, Viewer>()
    const { graphiqlDirectory: directory } = options
    const handler = fastifyApolloHandler(options.apollo, {
      context: async (request) =>
        options.contextFor(
          viewers.get(request) ?? { kind: 'anonymous' },
          request.id
        )
    })
    app.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      bodyLimit: BODY_LIMIT,
      preHandler: async (request, reply) => {
        if (directory !== null && wantsGraphiql(request)) {
          return sendGraphiqlPage(reply, { directory })
        }
        const { authorization } = request.headers
        const identified = await options.verifier.verify(authorization)
        if (!identified.ok) {
          request.log.info({ reason: identified.error.reason }, 'token refused')
          return refuse(reply, identified.error)
        }
        viewers.set(request, identified.value)
      },
      handler
    })
  }
