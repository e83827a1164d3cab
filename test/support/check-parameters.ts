import { readParameters } from '../../src/modules/fhir-export/parameters.ts'
import { checkParameters } from '../../src/modules/fhir-export/request-parameters.ts'
import { parsed } from './arbitraries.ts'
import {
  bodyOf,
  nhsNumberParameter,
  type Parameter
} from './builders/parameters.ts'

export const TODAY = '2026-11-23'

/** Both stages, on a day of their own. */
export const check = (...parameters: readonly Parameter[]) =>
  checkParameters(
    parsed(readParameters(bodyOf(nhsNumberParameter(), ...parameters))),
    { today: TODAY, held: ['ALLERGIES', 'MEDICATIONS'] }
  )

export const accepted = (...parameters: readonly Parameter[]) =>
  parsed(check(...parameters))

/** The kinds of all that is wrong. */
export const kindsOf = (...parameters: readonly Parameter[]): string[] => {
  const request = check(...parameters)
  return request.ok ? ['OK'] : request.error.map(({ kind }) => kind)
}
