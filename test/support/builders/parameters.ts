import { NHS_NUMBER_SYSTEM } from '../../../src/vocabulary/fhir-system.ts'

export type Parameter = Readonly<Record<string, unknown>>

/** A Parameters resource with these parameters. */
export const bodyOf = (...parameter: readonly unknown[]) => ({
  resourceType: 'Parameters',
  parameter
})

export const nhsNumberParameter = (
  value: unknown = '9991230017',
  system: unknown = NHS_NUMBER_SYSTEM
): Parameter => ({
  name: 'patientNHSNumber',
  valueIdentifier: { system, value }
})

export const include = (
  name: string,
  ...part: readonly unknown[]
): Parameter => (part.length === 0 ? { name } : { name, part })

export const resolvedAllergies = (valueBoolean: unknown): Parameter => ({
  name: 'includeResolvedAllergies',
  valueBoolean
})

export const includeAllergies = (resolved = true): Parameter =>
  include('includeAllergies', resolvedAllergies(resolved))

export const searchFrom = (valueDate: unknown): Parameter => ({
  name: 'medicationSearchFromDate',
  valueDate
})

export const codePart = (name: string, valueCode: unknown): Parameter => ({
  name,
  valueCode
})

export const periodPart = (name: string, valuePeriod: unknown): Parameter => ({
  name,
  valuePeriod
})

export const booleanPart = (
  name: string,
  valueBoolean: unknown
): Parameter => ({
  name,
  valueBoolean
})
