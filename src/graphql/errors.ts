import type { ApolloServerPlugin } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import type { FastifyBaseLogger } from 'fastify'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { isDatabaseUnavailable } from '../database/unavailable.ts'
import type { GraphContext } from './types/context.ts'

const UNAVAILABLE: GraphQLFormattedError = {
  message: 'The service is not available at the moment; try again later',
  extensions: { code: 'SERVICE_UNAVAILABLE' }
}

const MASKED: GraphQLFormattedError = {
  message: 'Something went wrong; the errorId helps to find out what',
  extensions: { code: 'INTERNAL_SERVER_ERROR' }
}

const INVALID_VARIABLE =
  /^Variable "(\$\w+)" got invalid value .*?(?: at "([\w.[\]]+)")?; (.*)$/s

/** A refused variable is named with its path, never with its value. */
const withoutValue = (error: GraphQLFormattedError): GraphQLFormattedError => {
  const match = INVALID_VARIABLE.exec(error.message)
  if (!match) return error
  const [, variable = '', path, problem = ''] = match
  const field = (path ?? variable.slice(1)).split('.')
  const expected = problem.replace(/; (?:found|got).*$/s, '')
  return {
    ...error,
    message: `${path ?? variable} is not valid: ${expected}`,
    extensions: { ...error.extensions, code: 'BAD_USER_INPUT', field }
  }
}

const isOurs = (cause: unknown): boolean => cause instanceof GraphQLError

/** What class-validator found wrong with arguments, by argument. */
const validationErrors = (cause: unknown): GraphQLFormattedError | null => {
  if (typeof cause !== 'object' || cause === null) return null
  if (!('extensions' in cause)) return null
  const { extensions } = cause
  if (typeof extensions !== 'object' || extensions === null) return null
  if (!('validationErrors' in extensions)) return null
  const { validationErrors: found } = extensions
  const problems = Array.isArray(found) ? found : []
  const field = problems.flatMap(({ property }: { property?: unknown }) =>
    typeof property === 'string' ? [property] : []
  )
  return {
    message: `Not valid: ${field.join(', ')}`,
    extensions: { code: 'BAD_USER_INPUT', field, validationErrors: problems }
  }
}

/**
 * Every error of the graph as it leaves: ours pass, an unreachable database
 * says so, all else is masked; `errorReports` adds the id to look it up by.
 */
export const formatError = (
  formatted: GraphQLFormattedError,
  error: unknown
): GraphQLFormattedError => {
  const cause = unwrapResolverError(error)
  const invalid = validationErrors(cause)
  if (invalid) return { ...formatted, ...invalid }
  if (isOurs(cause)) return withoutValue(formatted)
  const { locations, path } = formatted
  const told = isDatabaseUnavailable(cause) ? UNAVAILABLE : MASKED
  return { ...told, locations, path }
}

const logError = (
  log: FastifyBaseLogger,
  error: unknown,
  errorId: string
): void => {
  const cause = unwrapResolverError(error)
  if (isOurs(cause) || validationErrors(cause)) return
  if (isDatabaseUnavailable(cause)) {
    log.error({ errorId }, 'database unreachable')
  } else {
    log.error({ errorId, err: cause }, 'unexpected error in the graph')
  }
}

const withErrorId = (
  error: GraphQLFormattedError,
  errorId: string
): GraphQLFormattedError =>
  error.extensions?.code === 'INTERNAL_SERVER_ERROR'
    ? { ...error, extensions: { ...error.extensions, errorId } }
    : error

/** Logs unexpected errors under the request's id and answers with that id. */
export const errorReports = (
  log: FastifyBaseLogger
): ApolloServerPlugin<GraphContext> => ({
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue }) => {
      for (const error of errors) logError(log, error, contextValue.requestId)
    },
    willSendResponse: async ({ response, contextValue }) => {
      if (response.body.kind !== 'single') return
      const { singleResult } = response.body
      const { errors } = singleResult
      if (!errors) return
      singleResult.errors = errors.map((error) =>
        withErrorId(error, contextValue.requestId)
      )
      const down = errors.some(
        ({ extensions }) => extensions?.code === 'SERVICE_UNAVAILABLE'
      )
      if (down) response.http.status = 503
    }
  })
})
