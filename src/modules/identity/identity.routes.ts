import type { FastifyError, FastifyPluginAsync, FastifyReply } from 'fastify'
import { z } from 'zod'
import { DEMO_TOKEN_LIFETIME_SECONDS, type DemoIssuer } from './demo-issuer.ts'
import type { DemoPersona } from './demo-persona.ts'

export interface DemoIdentityRoutesOptions {
  readonly issuer: DemoIssuer
  readonly personas: readonly DemoPersona[]
}

const tokenRequest = z.object({ persona: z.string() })

const refuse = (
  reply: FastifyReply,
  status: number,
  error: { readonly code: string; readonly message: string }
): FastifyReply => reply.code(status).send({ error })

const refuseUnreadableRequest = (
  error: FastifyError,
  _request: unknown,
  reply: FastifyReply
): FastifyReply => {
  const status = error.statusCode ?? 500
  if (status < 400 || status > 499) throw error
  return refuse(reply, status, {
    code: 'INVALID_REQUEST',
    message: 'Send a JSON body: { "persona": "<key>" }.'
  })
}

/** Lets a demo browser act as a persona. Never registered in production. */
export const demoIdentityRoutes =
  ({ issuer, personas }: DemoIdentityRoutesOptions): FastifyPluginAsync =>
  async (app) => {
    app.setErrorHandler(refuseUnreadableRequest)
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    app.get('/demo/personas', async () =>
      personas.map(({ key, label, description, kind }) => ({
        key,
        label,
        description,
        kind
      }))
    )

    app.get('/demo/jwks.json', async () => issuer.jwks)

    app.post('/demo/token', async (request, reply) => {
      const body = tokenRequest.safeParse(request.body)
      if (!body.success) {
        return refuse(reply, 400, {
          code: 'INVALID_REQUEST',
          message: 'Send a JSON body: { "persona": "<key>" }.'
        })
      }
      const persona = personas.find(({ key }) => key === body.data.persona)
      if (!persona) {
        return refuse(reply, 404, {
          code: 'UNKNOWN_PERSONA',
          message:
            'No demo persona has that key; GET /demo/personas lists them.'
        })
      }
      const token = await issuer.issue(persona)
      return { token, expiresInSeconds: DEMO_TOKEN_LIFETIME_SECONDS }
    })
  }
