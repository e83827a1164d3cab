import { describe, expect, it } from '@jest/globals'
import {
  booleanPart,
  codePart,
  include,
  includeAllergies,
  resolvedAllergies,
  searchFrom
} from '../../support/builders/parameters.ts'
import {
  accepted,
  check,
  kindsOf,
  TODAY
} from '../../support/check-parameters.ts'

const INVALID_DATES = [
  'X2014',
  '2014',
  '2014-02',
  '2014-02-30',
  '2014-02-01T00:00:00Z',
  '',
  'null',
  'yesterday',
  '2026-11-24',
  null,
  20140201
]

describe('includeAllergies', () => {
  it.each([true, false])('takes ended ones or not: %p', (resolved) => {
    expect(accepted(includeAllergies(resolved)).allergies).toEqual({
      includeResolved: resolved
    })
  })

  it.each([
    ['missing', include('includeAllergies')],
    ['missing from an empty list', { name: 'includeAllergies', part: [] }],
    ['missing for null', { name: 'includeAllergies', part: null }],
    [
      'misnamed',
      include('includeAllergies', booleanPart('includeResolved', true))
    ],
    ['null', include('includeAllergies', resolvedAllergies(null))],
    ['text', include('includeAllergies', resolvedAllergies('true'))],
    [
      'without a value',
      include('includeAllergies', { name: 'includeResolvedAllergies' })
    ],
    ['a null part', include('includeAllergies', null)],
    ['no list', { name: 'includeAllergies', part: {} }]
  ])('is invalid when its part is %s', (_what, parameter) => {
    expect(kindsOf(parameter, include('includeMedication'))).toEqual([
      'INVALID_PARAMETER'
    ])
  })

  it('says which part is missing', () => {
    expect(check(include('includeAllergies'))).toMatchObject({
      error: [
        {
          diagnostics: 'includeAllergies.includeResolvedAllergies is missing',
          expression: 'Parameters.parameter[1]'
        }
      ]
    })
  })
})

describe('includeMedication', () => {
  it('without parts takes all, issues too', () => {
    expect(accepted(include('includeMedication')).medications).toEqual({
      includeIssues: true,
      searchFrom: null,
      prescriptionTypes: []
    })
  })

  it('takes all its parts', () => {
    const parameter = include(
      'includeMedication',
      booleanPart('includePrescriptionIssues', false),
      searchFrom(TODAY),
      codePart('filterPrescriptionType', 'repeat-dispensing'),
      codePart('filterPrescriptionType', 'acute')
    )
    expect(accepted(parameter).medications).toEqual({
      includeIssues: false,
      searchFrom: TODAY,
      prescriptionTypes: ['acute', 'repeat-dispensing']
    })
  })

  it.each(INVALID_DATES)('refuses to search from %p', (date) => {
    expect(kindsOf(include('includeMedication', searchFrom(date)))).toEqual([
      'INVALID_PARAMETER'
    ])
  })

  it.each(['weekly', '', null])('refuses the type %p', (type) => {
    const part = codePart('filterPrescriptionType', type)
    expect(kindsOf(include('includeMedication', part))).toEqual([
      'INVALID_PARAMETER'
    ])
  })
})

describe('Unknown parameters', () => {
  it('are named, with the include they were parts of', () => {
    const request = accepted(
      include('includeWeather', booleanPart('rain', true)),
      include('includeImmunizations'),
      booleanPart('includeResolvedAllergies', true),
      include(
        'includeAllergies',
        resolvedAllergies(true),
        booleanPart('includePrescriptionIssues', true)
      )
    )
    expect(request.unrecognised).toEqual([
      'includeWeather',
      'includeImmunizations',
      'includeResolvedAllergies',
      'includeAllergies.includePrescriptionIssues'
    ])
    expect(request.allergies).toEqual({ includeResolved: true })
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'a name that JavaScript knows is unknown: %s',
    (name) => {
      expect(accepted(include(name)).unrecognised).toEqual([name])
      expect(
        accepted(include('includeMedication', booleanPart(name, true)))
          .unrecognised
      ).toEqual([`includeMedication.${name}`])
    }
  )

  it('asks for nothing with the NHS number alone', () => {
    expect(accepted()).toEqual({
      allergies: null,
      medications: null,
      unrecognised: [],
      disabled: []
    })
  })
})
