import { GraphQLError } from 'graphql'

/** A value that only the field itself can tell to be wrong, by its path. */
export const badArgument = (
  path: readonly string[],
  problem: string
): GraphQLError =>
  new GraphQLError(`Argument ${path.join('.')} ${problem}`, {
    extensions: { code: 'BAD_USER_INPUT', field: path }
  })
