import { NHS_NUMBER_SYSTEM } from '../../vocabulary/fhir-system.ts'
import { parseNhsNumber, type NhsNumber } from '../../vocabulary/nhs-number.ts'
import { err, ok, type Result } from '../../vocabulary/result.ts'
import { isJsonObject, type JsonObject } from './json-object.ts'
import {
  invalidParameter,
  invalidResource,
  unreadable,
  type ParameterProblem
} from './parameter-problem.ts'

/** A parameter or a part of one, as it was sent. */
export interface NamedParameter {
  readonly name: string
  readonly content: JsonObject
  /** FHIRPath of it. */
  readonly expression: string
}

/** What can be said of a body before anybody is looked up. */
export interface ReadParameters {
  readonly nhsNumber: NhsNumber
  /** All but the NHS number, unchecked. */
  readonly others: readonly NamedParameter[]
}

/** A request has some tens; each unknown one is answered at length. */
const MOST_PARAMETERS = 200

const NHS_NUMBER_PARAMETER = 'patientNHSNumber'

/** Parameters or parts of one list; null when some have no name. */
export const toNamedParameters = (
  items: readonly unknown[],
  expression: string
): readonly NamedParameter[] | null => {
  const named = items.flatMap((content, index) =>
    isJsonObject(content) &&
    typeof content.name === 'string' &&
    content.name !== ''
      ? [
          {
            name: content.name,
            content,
            expression: `${expression}[${index}]`
          }
        ]
      : []
  )
  return named.length === items.length ? named : null
}

const countOf = (items: readonly unknown[]): number =>
  items.reduce<number>(
    (total, item) =>
      total +
      1 +
      (isJsonObject(item) && Array.isArray(item.part) ? item.part.length : 0),
    0
  )

const listParameters = (
  body: unknown
): Result<readonly NamedParameter[], readonly ParameterProblem[]> => {
  if (!isJsonObject(body) || body.resourceType !== 'Parameters') {
    return unreadable(
      invalidResource('The body is not a Parameters resource', 'Parameters')
    )
  }
  const list = 'Parameters.parameter'
  const items: unknown = body.parameter ?? []
  if (!Array.isArray(items) || countOf(items) > MOST_PARAMETERS) {
    const limit = `parameter is not a list of at most ${MOST_PARAMETERS} parameters and parts`
    return unreadable(invalidResource(limit, list))
  }
  const named = toNamedParameters(items, list)
  return named
    ? ok(named)
    : unreadable(invalidResource('A parameter has no name', list))
}

const isNhsNumber = ({ name }: NamedParameter): boolean =>
  name === NHS_NUMBER_PARAMETER

const readNhsNumber = ({
  content,
  expression
}: NamedParameter): Result<NhsNumber, readonly ParameterProblem[]> => {
  const identifier = content.valueIdentifier
  if (!isJsonObject(identifier)) {
    return unreadable(
      invalidParameter(
        `${NHS_NUMBER_PARAMETER} has no valueIdentifier`,
        expression
      )
    )
  }
  const value = `${expression}.valueIdentifier`
  if (identifier.system !== NHS_NUMBER_SYSTEM) {
    return unreadable({
      kind: 'INVALID_IDENTIFIER_SYSTEM',
      diagnostics: `The identifier system is not ${NHS_NUMBER_SYSTEM}`,
      expression: `${value}.system`
    })
  }
  const text = identifier.value
  const parsed = parseNhsNumber(typeof text === 'string' ? text : '')
  if (parsed.ok) return parsed
  const why = {
    NOT_TEN_DIGITS: 'The NHS number is not ten digits',
    WRONG_CHECK_DIGIT: 'The check digit of the NHS number is wrong'
  }
  return unreadable({
    kind: 'INVALID_NHS_NUMBER',
    diagnostics: why[parsed.error],
    expression: `${value}.value`
  })
}

/**
 * First stage, before any look-up (Ruling R24): whose record, and what else is
 * named. `body` is what `JSON.parse` gave, undefined when it gave nothing.
 * Errors by Access Record digest 1.3: unreadable, no NHS number or two of
 * them, an identifier of another system, a number that is none.
 */
export const readParameters = (
  body: unknown
): Result<ReadParameters, readonly ParameterProblem[]> => {
  const listed = listParameters(body)
  if (!listed.ok) return listed
  const [given, another] = listed.value.filter(isNhsNumber)
  if (!given) {
    return unreadable(
      invalidParameter(
        `${NHS_NUMBER_PARAMETER} is missing`,
        'Parameters.parameter'
      )
    )
  }
  if (another) {
    return unreadable(
      invalidResource(
        `${NHS_NUMBER_PARAMETER} is there more than once`,
        another.expression
      )
    )
  }
  const nhsNumber = readNhsNumber(given)
  if (!nhsNumber.ok) return err(nhsNumber.error)
  const others = listed.value.filter((parameter) => !isNhsNumber(parameter))
  return ok({ nhsNumber: nhsNumber.value, others })
}
