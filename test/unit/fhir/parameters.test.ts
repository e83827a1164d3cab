import { describe, expect, it } from '@jest/globals'
import { readParameters } from '../../../src/modules/fhir-export/parameters.ts'
import {
  bodyOf,
  include,
  includeAllergies,
  nhsNumberParameter
} from '../../support/builders/parameters.ts'

const kindsOf = (body: unknown): string[] => {
  const read = readParameters(body)
  return read.ok ? ['OK'] : read.error.map(({ kind }) => kind)
}

describe('A body before anybody is looked up (digest 1.3)', () => {
  it.each([
    ['nothing that is JSON', undefined],
    ['null', null],
    ['a number', 7],
    ['a list', [bodyOf(nhsNumberParameter())]],
    ['another resource', { resourceType: 'Patient' }],
    ['no resource type', { parameter: [nhsNumberParameter()] }],
    [
      'parameters that are no list',
      { resourceType: 'Parameters', parameter: {} }
    ],
    ['a parameter that is null', bodyOf(nhsNumberParameter(), null)],
    ['a parameter that is text', bodyOf(nhsNumberParameter(), 'x')],
    ['a parameter without a name', bodyOf(nhsNumberParameter(), {})],
    ['a name that is no text', bodyOf(nhsNumberParameter(), { name: 7 })],
    ['an empty name', bodyOf(nhsNumberParameter(), { name: '' })],
    ['two NHS numbers', bodyOf(nhsNumberParameter(), nhsNumberParameter())],
    [
      'more parameters than anybody needs',
      bodyOf(nhsNumberParameter(), ...Array(200).fill(include('unknown')))
    ]
  ])('%s is an invalid resource', (_what, body) => {
    expect(kindsOf(body)).toEqual(['INVALID_RESOURCE'])
  })

  it.each([
    ['no parameters at all', { resourceType: 'Parameters' }],
    ['no NHS number', bodyOf(includeAllergies())],
    ['only unknown parameters', bodyOf(include('includeWeather'))],
    ['a renamed one', bodyOf({ ...nhsNumberParameter(), name: 'nhsNumber' })],
    [
      'one of another type',
      bodyOf({ name: 'patientNHSNumber', valueString: '9991230017' })
    ],
    ['one without a value', bodyOf({ name: 'patientNHSNumber' })],
    ['one of null', bodyOf({ name: 'patientNHSNumber', valueIdentifier: null })]
  ])('%s is an invalid parameter', (_what, body) => {
    expect(kindsOf(body)).toEqual(['INVALID_PARAMETER'])
  })

  it.each(['https://fhir.nhs.uk/Id/local-number', '', null, undefined, 7])(
    'an identifier of system %p is refused',
    (system) => {
      const parameter = {
        name: 'patientNHSNumber',
        valueIdentifier: { system, value: '9991230017' }
      }
      expect(kindsOf(bodyOf(parameter))).toEqual(['INVALID_IDENTIFIER_SYSTEM'])
    }
  )

  it.each(['', '9991230018', '999123001', '999 123 0017', null, 9991230017])(
    'an NHS number %p is refused',
    (value) => {
      expect(kindsOf(bodyOf(nhsNumberParameter(value)))).toEqual([
        'INVALID_NHS_NUMBER'
      ])
    }
  )

  it('says what is wrong and where, and never the number', () => {
    const read = readParameters(
      bodyOf(includeAllergies(), nhsNumberParameter('9991230018'))
    )
    expect(read).toMatchObject({
      error: [
        {
          diagnostics: 'The check digit of the NHS number is wrong',
          expression: 'Parameters.parameter[1].valueIdentifier.value'
        }
      ]
    })
    expect(JSON.stringify(read)).not.toContain('9991230018')
  })

  it('gives the number, whatever else is wrong', () => {
    const read = readParameters(
      bodyOf(include('includeAllergies'), nhsNumberParameter())
    )
    expect(read).toMatchObject({ ok: true, value: { nhsNumber: '9991230017' } })
  })
})
