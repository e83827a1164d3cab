import type { ApolloServerPlugin } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import type { FastifyBaseLogger } from 'fastify'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { isDatabaseUnavailable } from '../database/unavailable.ts'
import {
  describeInputError,
  isInputError,
  locateInputErrors,
  withoutQuotes
} from './input-errors.ts'
import type { GraphContext } from './types/context.ts'

export const UNAVAILABLE: GraphQLFormattedError = {
  message: 'The service is not available at the moment; try again later',
  extensions: { code: 'SERVICE_UNAVAILABLE' }
}

const MASKED: GraphQLFormattedError = {
  message: 'Something went wrong; the errorId helps to find out what',
  extensions: { code: 'INTERNAL_SERVER_ERROR' }
}

const isGraphQLError = (error: unknown): error is GraphQLError =>
  error instanceof GraphQLError

/** A refusal by us or by Apollo; what graphql-js says itself has no code. */
const codeOf = (cause: unknown): string | null => {
  if (!isGraphQLError(cause)) return null
  const { code, http } = cause.extensions
  if (typeof code === 'string') return code
  // Apollo gives persisted queries that do not match a status but no code.
  const status = Object(http).status
  return status === 400 ? 'BAD_REQUEST' : null
}

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

/** What may be told of an error that is not our fault; else null. */
const toldOf = (error: unknown): GraphQLFormattedError | null => {
  const cause = unwrapResolverError(error)
  const invalid = validationErrors(cause)
  if (invalid) return invalid
  if (isGraphQLError(error) && isInputError(error)) {
    const { message, field } = describeInputError(error)
    return { message, extensions: { code: 'BAD_USER_INPUT', field } }
  }
  const code = codeOf(cause)
  if (code === null || !isGraphQLError(cause)) return null
  return { message: withoutQuotes(cause.message), extensions: { code } }
}

/**
 * Every error of the graph as it leaves: refusals pass, without the values
 * they are about, an unreachable database says so, and all else is masked;
 * `errorReports` adds the id to look it up by.
 */
export const formatError = (
  formatted: GraphQLFormattedError,
  error: unknown
): GraphQLFormattedError => {
  const told = toldOf(error)
  if (told) {
    const extensions = { ...formatted.extensions, ...told.extensions }
    return { ...formatted, ...told, extensions }
  }
  const { locations, path } = formatted
  const isDown = isDatabaseUnavailable(unwrapResolverError(error))
  return { ...(isDown ? UNAVAILABLE : MASKED), locations, path }
}

const logError = (
  log: FastifyBaseLogger,
  error: unknown,
  errorId: string
): void => {
  if (toldOf(error)) return
  const cause = unwrapResolverError(error)
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
    didEncounterErrors: async ({ errors, document, contextValue }) => {
      locateInputErrors(errors, document)
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
