import { createServer, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { JSONWebKeySet } from 'jose'

export type JwksServerMood = 'serving' | 'hanging-up' | 'failing' | 'silent'

export interface JwksServer {
  readonly url: string
  mood: JwksServerMood
  jwks: JSONWebKeySet
  close(): void
}

/** A loopback JWKS endpoint that can be made to misbehave and recover. */
export const startJwksServer = async (
  jwks: JSONWebKeySet
): Promise<JwksServer> => {
  const answers: Record<JwksServerMood, (response: ServerResponse) => void> = {
    serving: (response) => response.end(JSON.stringify(self.jwks)),
    'hanging-up': (response) => response.destroy(),
    failing: (response) => response.writeHead(500).end('{"keys":[]}'),
    silent: () => undefined
  }
  const server = createServer((_request, response) =>
    answers[self.mood](response)
  )
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) {
    throw new Error('the JWKS server has no port')
  }
  const self: JwksServer = {
    url: `http://127.0.0.1:${address.port}/jwks.json`,
    mood: 'serving',
    jwks,
    close() {
      server.close()
      server.closeAllConnections()
    }
  }
  return self
}
