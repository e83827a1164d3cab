import { describe, expect, it } from '@jest/globals'
import { GraphQLError, parse } from 'graphql'
import { formatError } from '../../../src/graphql/errors.ts'

const SECRET = '9991230018'

/** As Apollo hands an error over: as it is, and as it would be answered. */
const format = (error: GraphQLError) => {
  const { message, path, extensions } = error
  const formatted = {
    message,
    ...(path ? { path } : {}),
    extensions: { code: 'INTERNAL_SERVER_ERROR', ...extensions }
  }
  return formatError(formatted, error)
}

const located = (originalError: Error): GraphQLError =>
  new GraphQLError(originalError.message, {
    originalError,
    path: ['patient', 'id'],
    nodes: parse('{ patient { id } }').definitions
  })

describe('an error of the graph', () => {
  it.each([
    ['a crash', new Error(SECRET)],
    ['graphql-js', new GraphQLError(`Int cannot represent value: ${SECRET}`)]
  ])('that is our fault tells nothing: %s', (_whose, cause) => {
    const told = format(located(cause))
    expect(told).toMatchObject({
      path: ['patient', 'id'],
      extensions: { code: 'INTERNAL_SERVER_ERROR' }
    })
    expect(JSON.stringify(told)).not.toContain(SECRET)
  })

  it('that is a refusal of ours passes with all it says', () => {
    const extensions = { code: 'FORBIDDEN', requiredLevel: 'DETAILED' }
    const refusal = new GraphQLError('This is not allowed', { extensions })
    expect(format(located(refusal))).toMatchObject({
      message: 'This is not allowed',
      extensions
    })
  })

  it('that the database caused says that it is not available', () => {
    const cause = Object.assign(new Error(SECRET), { code: '08006' })
    const told = format(located(cause))
    expect(told.extensions).toEqual({ code: 'SERVICE_UNAVAILABLE' })
    expect(JSON.stringify(told)).not.toContain(SECRET)
  })
})
