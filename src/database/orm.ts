import 'reflect-metadata'
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy'
import { MikroORM } from '@mikro-orm/postgresql'
import { ENTITIES } from './entities.ts'

export interface OrmOptions {
  /** URL of the application role. */
  readonly url: string
  /** Connections at most; 10 unless given. */
  readonly poolSize?: number
  /** Told the text of every statement sent, for tests that count them. */
  readonly onStatement?: (text: string) => void
}

interface QueryingClient {
  query: (...args: unknown[]) => unknown
}

const textOf = (query: unknown): string =>
  typeof query === 'string'
    ? query
    : typeof query === 'object' && query !== null && 'text' in query
      ? String(query.text)
      : ''

const listen = (
  client: QueryingClient,
  onStatement: (text: string) => void
): void => {
  const send = client.query.bind(client)
  client.query = (...args) => {
    onStatement(textOf(args[0]))
    return send(...args)
  }
}

/** Does not connect: a server that is down shows when it is first asked. */
export const createOrm = (options: OrmOptions): Promise<MikroORM> =>
  MikroORM.init({
    clientUrl: options.url,
    entities: ENTITIES,
    metadataProvider: ReflectMetadataProvider,
    pool: { min: 0, max: options.poolSize ?? 10 },
    driverOptions: {
      connectionTimeoutMillis: 3_000,
      onPoolCreated: (pool: {
        on: (event: 'connect', then: (client: QueryingClient) => void) => void
      }) => {
        const { onStatement } = options
        if (onStatement) pool.on('connect', (c) => listen(c, onStatement))
      }
    }
  })
