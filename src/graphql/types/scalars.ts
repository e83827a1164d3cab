import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql'
import { parseNhsNumber } from '../../vocabulary/nhs-number.ts'
import { parseOdsCode } from '../../vocabulary/ods-code.ts'
import {
  parseLocalDate,
  parsePartialDate
} from '../../vocabulary/partial-date.ts'
import type { Result } from '../../vocabulary/result.ts'

interface TextScalar {
  readonly name: string
  readonly description: string
  readonly parse: (text: string) => Result<string, string>
  /** What is expected, for the error; the value itself is never repeated. */
  readonly expected: string
}

/** A text with a form: input is checked, output passes through unchanged. */
const textScalar = ({ name, description, parse, expected }: TextScalar) => {
  const read = (value: unknown, node?: ValueNode): string => {
    const result = typeof value === 'string' ? parse(value) : null
    if (!result?.ok) {
      throw new GraphQLError(`${name} must be ${expected}`, {
        ...(node ? { nodes: node } : {}),
        extensions: {
          code: 'BAD_USER_INPUT',
          scalar: name,
          problem: result ? result.error : 'NOT_TEXT'
        }
      })
    }
    return result.value
  }
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: (value) => read(value),
    parseLiteral: (node) =>
      read(node.kind === Kind.STRING ? node.value : undefined, node)
  })
}

export const NhsNumberScalar = textScalar({
  name: 'NhsNumber',
  description:
    'An NHS number: ten digits, the last a modulus 11 check digit, no spaces.',
  parse: parseNhsNumber,
  expected: 'ten digits with a right check digit'
})

export const OdsCodeScalar = textScalar({
  name: 'OdsCode',
  description: 'An organisation code of the Organisation Data Service.',
  parse: parseOdsCode,
  expected: 'three to twelve letters and digits'
})

export const LocalDateScalar = textScalar({
  name: 'LocalDate',
  description: 'A calendar day in Europe/London, yyyy-mm-dd.',
  parse: parseLocalDate,
  expected: 'a calendar day as yyyy-mm-dd'
})

export const PartialDateScalar = textScalar({
  name: 'PartialDate',
  description:
    'A date as precise as it was recorded: yyyy, yyyy-mm, yyyy-mm-dd, or a ' +
    'date and time with offset.',
  parse: parsePartialDate,
  expected: 'yyyy, yyyy-mm, yyyy-mm-dd or a date and time with offset'
})

/** PostgreSQL's own rendering with a space instead of the T. */
const isoDateTime = (value: unknown): string => {
  const instant = value instanceof Date ? value : new Date(String(value))
  return instant.toISOString()
}

export const DateTimeScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'A moment in UTC, ISO 8601.',
  serialize: isoDateTime
})

export const FhirBundleScalar = new GraphQLScalarType({
  name: 'FhirBundle',
  description: 'A FHIR STU3 Bundle as JSON, as the REST interface returns it.',
  serialize: (value) => value
})
