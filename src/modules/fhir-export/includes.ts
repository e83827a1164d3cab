import type { LocalDate } from '../../vocabulary/partial-date.ts'
import type { IncludeRule, PartRule } from './include-table.ts'
import {
  invalidParameter,
  invalidResource,
  type ParameterProblem
} from './parameter-problem.ts'
import { toNamedParameters, type NamedParameter } from './parameters.ts'
import { readPartValue, type PartValue } from './part-value.ts'

/** One include with the values of its parts and all that is wrong with it. */
export interface ReadInclude {
  readonly name: string
  readonly expression: string
  readonly values: ReadonlyMap<string, readonly PartValue[]>
  readonly unrecognised: readonly string[]
  readonly problems: readonly ParameterProblem[]
}

const nothingOf = ({ name, expression }: NamedParameter): ReadInclude => ({
  name,
  expression,
  values: new Map(),
  unrecognised: [],
  problems: []
})

const findRule = (
  { parts }: IncludeRule,
  name: string
): PartRule | undefined =>
  Object.hasOwn(parts, name) ? parts[name] : undefined

/** A part without any name is nothing that could be unknown. */
const listParts = (
  parameter: NamedParameter
): readonly NamedParameter[] | null => {
  const { content, expression } = parameter
  const parts: unknown = content.part ?? []
  return Array.isArray(parts)
    ? toNamedParameters(parts, `${expression}.part`)
    : null
}

const countProblems = (
  { name, expression }: NamedParameter,
  rule: IncludeRule,
  parts: readonly NamedParameter[]
): ParameterProblem[] =>
  Object.entries(rule.parts).flatMap(([part, { required, repeats }]) => {
    const given = parts.filter((one) => one.name === part)
    const [, second] = given
    if (required && given.length === 0) {
      return [invalidParameter(`${name}.${part} is missing`, expression)]
    }
    return second && !repeats
      ? [
          invalidResource(
            `${name}.${part} is there more than once`,
            second.expression
          )
        ]
      : []
  })

const exclusiveProblems = (
  { name, expression }: NamedParameter,
  { exclusive }: IncludeRule,
  parts: readonly NamedParameter[]
): ParameterProblem[] => {
  const both = exclusive?.every((part) =>
    parts.some((one) => one.name === part)
  )
  return exclusive && both
    ? [
        invalidResource(
          `${name} has both ${exclusive.join(' and ')}`,
          expression
        )
      ]
    : []
}

const readParts = (
  parameter: NamedParameter,
  parts: readonly NamedParameter[],
  context: { rule: IncludeRule; today: LocalDate }
) => {
  const values = new Map<string, PartValue[]>()
  const unrecognised: string[] = []
  const problems: ParameterProblem[] = []
  for (const { name, content, expression } of parts) {
    const rule = findRule(context.rule, name)
    const path = `${parameter.name}.${name}`
    const read = rule && readPartValue(rule, content, context.today)
    if (!read) {
      unrecognised.push(path)
    } else if (read.ok) {
      values.set(name, [...(values.get(name) ?? []), read.value])
    } else {
      const expected = `${path} is not ${read.error}`
      problems.push(invalidParameter(expected, expression))
    }
  }
  return { values, unrecognised, problems }
}

/** Reads one include by its rule (Access Record digest 1.3). */
export const readInclude = (
  parameter: NamedParameter,
  context: { rule: IncludeRule; today: LocalDate }
): ReadInclude => {
  const parts = listParts(parameter)
  if (!parts) {
    const { name, expression } = parameter
    const problem = invalidParameter(
      `A part of ${name} has no name`,
      expression
    )
    return { ...nothingOf(parameter), problems: [problem] }
  }
  const { values, unrecognised, problems } = readParts(
    parameter,
    parts,
    context
  )
  return {
    ...nothingOf(parameter),
    values,
    unrecognised,
    problems: [
      ...countProblems(parameter, context.rule, parts),
      ...exclusiveProblems(parameter, context.rule, parts),
      ...problems
    ]
  }
}
