import { GraphQLError, Kind, type DocumentNode } from 'graphql'
import { argumentPath } from './argument-path.ts'

const LITERALS: readonly string[] = [
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT
]

const kindOf = ({ nodes }: GraphQLError): string => nodes?.[0]?.kind ?? ''

const isLiteral = (error: GraphQLError): boolean =>
  LITERALS.includes(kindOf(error))

const TOO_MANY = 'Too many errors processing variables'

/**
 * Whether graphql-js found a value wrong, as opposed to a name or a type: a
 * literal when it validates, a variable or an argument when it executes.
 */
export const isInputError = (error: GraphQLError): boolean => {
  if (isLiteral(error)) return true
  if (error.extensions['code'] === 'GRAPHQL_VALIDATION_FAILED') return false
  return (
    kindOf(error) === Kind.VARIABLE ||
    kindOf(error) === Kind.VARIABLE_DEFINITION ||
    error.message.startsWith(TOO_MANY)
  )
}

/**
 * Notes on errors about values in the document where the value stands. Apollo
 * has the document only before it formats errors, and formats the same ones.
 */
export const locateInputErrors = (
  errors: readonly GraphQLError[],
  document: DocumentNode | undefined
): void => {
  for (const error of errors) {
    const [node] = error.nodes ?? []
    if (!document || !node || !isInputError(error)) continue
    if (kindOf(error) === Kind.VARIABLE_DEFINITION) continue
    error.extensions['field'] = argumentPath(document, node)
  }
}

/** Words of graphql-js that hold names and types but never a value. */
const SAFE = [
  /^Field "[A-Za-z_][\w.]*" of required type "[\w![\]]+" was not provided\.$/,
  /^Field "[A-Za-z_]\w*" is not defined by type "\w+"\./,
  /^(?:Variable|Argument) "\$?\w+" of (?:required|non-null) type "[\w![\]]+" (?:was not provided|must not be null|was provided the variable "\$\w+" which was not provided a runtime value)\.$/,
  /^Too many errors processing variables/
]

/** Words that repeat the value; what was expected is all that is kept. */
const EXPECTED = [
  /^(Int|Float|String|Boolean|ID) cannot represent /,
  /^Value ".*" does not exist in "(\w+)" enum\./s,
  /^Enum "(\w+)" cannot represent /,
  /^Expected (?:value of |non-nullable )?type "([\w![\]]+)"/
]

/** What is wrong, in words that do not repeat the value. */
const problemOf = ({ message, extensions }: GraphQLError): string => {
  const isScalarOfOurs = typeof extensions['scalar'] === 'string'
  if (isScalarOfOurs || SAFE.some((words) => words.test(message))) {
    return message
  }
  const [type] = EXPECTED.flatMap((words) => words.exec(message)?.[1] ?? [])
  return type ? `expected ${type}` : 'the value does not fit'
}

const PATH_AT_END = / at "([\w.[\]]+)"$/

interface Place {
  readonly field: readonly string[]
  readonly problem: string
}

/** A variable's error is its own words, and after them those of its cause. */
const placeOfVariable = (error: GraphQLError): Place | null => {
  const [node] = error.nodes ?? []
  if (node?.kind !== Kind.VARIABLE_DEFINITION) return null
  const variable = node.variable.name.value
  const { originalError: cause } = error
  // Apollo wraps an error that has no cause, and is then told as it is.
  const suffix = `; ${cause?.message ?? ''}`
  if (!(cause instanceof GraphQLError) || !error.message.endsWith(suffix)) {
    return { field: [variable], problem: problemOf(error) }
  }
  const own = error.message.slice(0, -suffix.length)
  const path = PATH_AT_END.exec(own)?.[1] ?? variable
  const field = path.replaceAll(/\[\d+\]/g, '').split('.')
  return { field, problem: problemOf(cause) }
}

/**
 * What a caller is told of an error about a value: the path of the argument
 * or variable as `field`, what was expected, and never the value itself.
 */
export const describeInputError = (
  error: GraphQLError
): { message: string; field: readonly string[] } => {
  const noted = error.extensions['field']
  const literal: Place = {
    field: Array.isArray(noted) ? noted.map(String) : [],
    problem: problemOf(error)
  }
  const { field, problem } = placeOfVariable(error) ?? literal
  const name = field.join('.')
  const message = name === '' ? problem : `${name} is not valid: ${problem}`
  return { message, field }
}

/**
 * Refusals of Apollo's that may quote what was sent: a token, which may be an
 * NHS number, or the operation's name, which may be any text.
 */
export const withoutQuotes = (message: string): string =>
  message
    .replaceAll(/\b(String|BlockString|Int|Float) ".*"/gs, '$1')
    .replace(/^(Syntax Error: Invalid [^:",]*)[:,].*$/s, '$1.')
    .replace(/^(Unknown operation) named ".*"\.$/s, '$1.')
