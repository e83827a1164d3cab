import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'

/** What `npm run build` leaves: `index.html` and the hashed `assets/`. */
interface GraphiqlFiles {
  directory: string
}

/**
 * Only this server, whatever the page is asked to load. The editor writes its
 * colours as style elements and carries its fonts and icons as data URIs.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'"
].join('; ')

/** The page's scripts and styles, below `/graphiql/assets/`. */
export const graphiqlPages =
  ({ directory }: GraphiqlFiles): FastifyPluginAsync =>
  async (app) => {
    await app.register(fastifyStatic, {
      root: join(directory, 'assets'),
      prefix: '/graphiql/assets/',
      decorateReply: false,
      index: false,
      // Each name carries a hash of its content.
      immutable: true,
      maxAge: '1y'
    })
  }

/**
 * Whether a GET of the GraphQL address is a browser asking for a page rather
 * than a client sending an operation.
 */
export const wantsGraphiql = (request: FastifyRequest): boolean => {
  const accept = request.headers.accept ?? ''
  return (
    request.method === 'GET' &&
    /\btext\/html\b/i.test(accept) &&
    !new URLSearchParams(request.url.split('?')[1]).has('query')
  )
}

/** Answers with GraphiQL's page; 503 when it has not been built. */
export const sendGraphiqlPage = async (
  reply: FastifyReply,
  { directory }: GraphiqlFiles
): Promise<FastifyReply> => {
  const page = join(directory, 'index.html')
  reply.header('cache-control', 'no-cache').header('vary', 'accept')
  if (!existsSync(page)) {
    return reply
      .code(503)
      .type('text/plain; charset=utf-8')
      .send('GraphiQL has not been built. Run: npm run build\n')
  }
  return reply
    .header('content-security-policy', CONTENT_SECURITY_POLICY)
    .type('text/html; charset=utf-8')
    .send(await readFile(page, 'utf8'))
}
