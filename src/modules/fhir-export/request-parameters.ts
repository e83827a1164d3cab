import type { ClinicalArea } from '../../vocabulary/clinical-area.ts'
import type { LocalDate } from '../../vocabulary/partial-date.ts'
import { err, ok, type Result } from '../../vocabulary/result.ts'
import { PRESCRIPTION_TYPES } from '../record/medications/medication.row.ts'
import {
  findIncludeRule,
  REFUSED_INCLUDES,
  type IncludeRule
} from './include-table.ts'
import { readInclude, type ReadInclude } from './includes.ts'
import {
  invalidParameter,
  invalidResource,
  type ParameterProblem
} from './parameter-problem.ts'
import type { NamedParameter, ReadParameters } from './parameters.ts'
import type {
  AllergyOptions,
  MedicationOptions,
  StructuredRecordRequest
} from './structured-record-request.ts'

/** A parameter that asks for an area. */
interface AreaParameter {
  readonly name: string
  readonly area: ClinicalArea
  readonly expression: string
}

/** The areas asked for, for the policy to judge before all else is checked. */
export const areaParameters = ({ others }: ReadParameters): AreaParameter[] =>
  others.flatMap(({ name, expression }) => {
    const rule = findIncludeRule(name)
    return rule ? [{ name, area: rule.area, expression }] : []
  })

const refusedProblems = (
  others: readonly NamedParameter[]
): ParameterProblem[] =>
  others
    .filter(({ name }) => REFUSED_INCLUDES.includes(name))
    .map(({ name, expression }) =>
      invalidParameter(`${name} cannot be asked for`, expression)
    )

const repeatProblems = (others: readonly NamedParameter[]) =>
  others.flatMap(({ name, expression }, index): ParameterProblem[] => {
    const rule = findIncludeRule(name)
    const earlier = others.slice(0, index).some((one) => one.name === name)
    return rule && !rule.repeats && earlier
      ? [invalidResource(`${name} is there more than once`, expression)]
      : []
  })

const forbiddenProblems = (
  includes: readonly ReadInclude[]
): ParameterProblem[] =>
  [...new Set(includes.map(({ name }) => name))].flatMap((include) => {
    const forbidden = findIncludeRule(include)?.forbids ?? []
    return includes.flatMap(({ name, values, expression }) =>
      [...values.keys()]
        .filter((part) => forbidden.includes(part) && name !== include)
        .map((part) =>
          invalidParameter(
            `${name}.${part} cannot come with ${include}`,
            expression
          )
        )
    )
  })

const find = (
  includes: readonly ReadInclude[],
  name: string
): ReadInclude | undefined => includes.find((one) => one.name === name)

const toAllergyOptions = (
  include: ReadInclude | undefined
): AllergyOptions | null =>
  include
    ? {
        includeResolved:
          include.values.get('includeResolvedAllergies')?.[0] === true
      }
    : null

const toMedicationOptions = (
  include: ReadInclude | undefined
): MedicationOptions | null => {
  if (!include) return null
  const { values } = include
  const searchFrom = values.get('medicationSearchFromDate')?.[0]
  const wanted = values.get('filterPrescriptionType') ?? []
  return {
    includeIssues: values.get('includePrescriptionIssues')?.[0] !== false,
    searchFrom: typeof searchFrom === 'string' ? searchFrom : null,
    prescriptionTypes: PRESCRIPTION_TYPES.filter((type) =>
      wanted.includes(type)
    )
  }
}

const namesOfDisabled = (
  read: ReadParameters,
  held: readonly ClinicalArea[]
): string[] => [
  ...new Set(
    areaParameters(read)
      .filter(({ area }) => !held.includes(area))
      .map(({ name }) => name)
  )
]

/** Names in their order: parameters, and parts of the includes among them. */
const namesUnrecognised = (
  others: readonly NamedParameter[],
  includes: ReadonlyMap<NamedParameter, ReadInclude>
): string[] =>
  others.flatMap((parameter) => {
    const include = includes.get(parameter)
    if (include) return include.unrecognised
    return REFUSED_INCLUDES.includes(parameter.name) ? [] : [parameter.name]
  })

/**
 * Second stage, after the access checks (Ruling R24): what is asked for, or
 * all that is wrong with it (Access Record digest 1.3, status 422). `held`:
 * the areas this server has; the others are answered as disabled.
 */
export const checkParameters = (
  read: ReadParameters,
  { today, held }: { today: LocalDate; held: readonly ClinicalArea[] }
): Result<StructuredRecordRequest, readonly ParameterProblem[]> => {
  const byParameter = new Map(
    read.others.flatMap((parameter) => {
      const rule: IncludeRule | undefined = findIncludeRule(parameter.name)
      return rule
        ? [[parameter, readInclude(parameter, { rule, today })] as const]
        : []
    })
  )
  const includes = [...byParameter.values()]
  const problems = [
    ...refusedProblems(read.others),
    ...repeatProblems(read.others),
    ...includes.flatMap((include) => include.problems),
    ...forbiddenProblems(includes)
  ]
  if (problems.length > 0) return err(problems)
  return ok({
    allergies: toAllergyOptions(find(includes, 'includeAllergies')),
    medications: toMedicationOptions(find(includes, 'includeMedication')),
    unrecognised: namesUnrecognised(read.others, byParameter),
    disabled: namesOfDisabled(read, held)
  })
}
