import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import type { FastifyBaseLogger } from 'fastify'
import type { GraphQLError } from 'graphql'
import { isDatabaseUnavailable } from '../database/unavailable.ts'
import type { Refusal } from '../modules/audit/refusal.ts'
import { UNAVAILABLE } from './errors.ts'
import { rootFields } from './root-fields.ts'
import type { GraphContext } from './types/context.ts'
import { reasonOfDenial } from './types/denial.ts'

type Asked = Pick<
  GraphQLRequestContext<GraphContext>,
  'schema' | 'document' | 'operation' | 'request' | 'errors'
>

const fieldOf = ({ nodes }: GraphQLError): string => {
  const [node] = nodes ?? []
  return node?.kind === 'Field' ? node.name.value : ''
}

/** What was denied, by the fields' own names: an alias may be any text. */
const listRefusals = ({
  schema,
  document,
  operation,
  request,
  errors
}: Asked): Refusal[] => {
  if (!document || !operation) return []
  const denials = (errors ?? []).flatMap((error) => {
    const denial = reasonOfDenial(unwrapResolverError(error))
    return denial ? [{ error, denial }] : []
  })
  if (denials.length === 0) return []
  const variables = request.variables ?? {}
  const fields = rootFields({ schema, document, operation, variables })
  return denials.flatMap(({ error, denial }) => {
    const root = fields.get(String(error.path?.[0]))
    if (!root) throw new Error('A denial is of no field of the operation')
    return {
      operation: root.name,
      isChange: operation.operation === 'mutation',
      field: fieldOf(error),
      denial,
      nhsNumber: root.argument('nhsNumber'),
      odsCode: root.argument('odsCode')
    }
  })
}

const logFailure = (
  log: FastifyBaseLogger,
  error: unknown,
  errorId: string
): void => {
  if (isDatabaseUnavailable(error)) {
    log.error({ errorId }, 'database unreachable')
  } else {
    log.error({ errorId, err: error }, 'the audit cannot be written')
  }
}

/**
 * Ruling R33: what was seen and what was refused is durable in the audit
 * before the answer leaves; when it cannot be written, nothing leaves but
 * that. Every refusal of the graph passes here, whoever made it.
 */
export const auditedRequests = (
  log: FastifyBaseLogger
): ApolloServerPlugin<GraphContext> => ({
  requestDidStart: async () => ({
    willSendResponse: async (asked) => {
      const { contextValue, response } = asked
      const { audit, requestId } = contextValue
      try {
        for (const refusal of listRefusals(asked)) audit.refused(refusal)
        await audit.settle()
      } catch (error) {
        logFailure(log, error, requestId)
        const singleResult = { errors: [UNAVAILABLE] }
        response.body = { kind: 'single', singleResult }
        response.http.status = 503
      }
    }
  })
})
