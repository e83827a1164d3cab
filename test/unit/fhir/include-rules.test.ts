import { describe, expect, it } from '@jest/globals'
import {
  booleanPart,
  codePart,
  include,
  includeAllergies,
  periodPart,
  resolvedAllergies,
  searchFrom
} from '../../support/builders/parameters.ts'
import { accepted, kindsOf, TODAY } from '../../support/check-parameters.ts'

describe('Other areas', () => {
  it.each([
    include('includeProblems'),
    include('includeProblems', codePart('filterStatus', 'active')),
    include('includeProblems', codePart('filterSignificance', 'minor')),
    include('includeImmunisations', booleanPart('includeNotGiven', true)),
    include('includeImmunisations', booleanPart('includeStatus', false)),
    include(
      'includeInvestigations',
      periodPart('investigationSearchPeriod', { start: TODAY, end: TODAY })
    ),
    include(
      'includeConsultations',
      periodPart('consultationSearchPeriod', { end: '2020-01-01' })
    ),
    include('includeConsultations', {
      name: 'includeNumberOfMostRecent',
      valuePositiveInt: 3
    })
  ])('are answered as disabled while they are not here: %j', (parameter) => {
    expect(accepted(parameter)).toEqual({
      allergies: null,
      medications: null,
      unrecognised: [],
      disabled: [parameter.name]
    })
  })

  it.each([
    [codePart('filterStatus', 'resolved'), 'includeProblems'],
    [codePart('filterSignificance', 'huge'), 'includeProblems'],
    [booleanPart('includeNotGiven', 'yes'), 'includeImmunisations'],
    [periodPart('investigationSearchPeriod', {}), 'includeInvestigations'],
    [
      periodPart('investigationSearchPeriod', { start: '2020' }),
      'includeInvestigations'
    ],
    [
      periodPart('investigationSearchPeriod', {
        start: '2021-01-02',
        end: '2021-01-01'
      }),
      'includeInvestigations'
    ],
    [
      periodPart('investigationSearchPeriod', { end: '2026-11-24' }),
      'includeInvestigations'
    ],
    [
      periodPart('investigationSearchPeriod', { start: null }),
      'includeInvestigations'
    ],
    [
      { name: 'includeNumberOfMostRecent', valuePositiveInt: 0 },
      'includeConsultations'
    ],
    [
      { name: 'includeNumberOfMostRecent', valuePositiveInt: 1.5 },
      'includeConsultations'
    ]
  ])('%j in %s is invalid', (part, name) => {
    expect(kindsOf(include(name, part))).toEqual(['INVALID_PARAMETER'])
  })

  it('lets problems be asked for more than once', () => {
    expect(
      accepted(include('includeProblems'), include('includeProblems')).disabled
    ).toEqual(['includeProblems'])
  })

  it.each([
    'includeUncategorisedData',
    'includeReferrals',
    'includeDiaryEntries'
  ])('%s is refused even alone', (name) => {
    expect(kindsOf(include(name))).toEqual(['INVALID_PARAMETER'])
  })
})

describe('Combinations', () => {
  it('a period and a number of consultations are an invalid resource', () => {
    const parameter = include(
      'includeConsultations',
      periodPart('consultationSearchPeriod', { start: '2020-01-01' }),
      { name: 'includeNumberOfMostRecent', valuePositiveInt: 3 }
    )
    expect(kindsOf(parameter)).toEqual(['INVALID_RESOURCE'])
  })

  it.each([
    ['includeConsultations', 'includeMedication', searchFrom('2020-01-01')],
    [
      'includeConsultations',
      'includeProblems',
      codePart('filterStatus', 'active')
    ],
    [
      'includeConsultations',
      'includeProblems',
      codePart('filterSignificance', 'major')
    ],
    [
      'includeConsultations',
      'includeImmunisations',
      booleanPart('includeNotGiven', true)
    ],
    [
      'includeConsultations',
      'includeImmunisations',
      booleanPart('includeStatus', true)
    ],
    ['includeProblems', 'includeMedication', searchFrom('2020-01-01')],
    [
      'includeProblems',
      'includeImmunisations',
      booleanPart('includeNotGiven', true)
    ],
    [
      'includeProblems',
      'includeImmunisations',
      booleanPart('includeStatus', true)
    ]
  ])('%s forbids a part of %s: %j', (one, other, part) => {
    expect(kindsOf(include(one), include(other, part))).toEqual([
      'INVALID_PARAMETER'
    ])
    expect(kindsOf(include(other, part), include(one))).toEqual([
      'INVALID_PARAMETER'
    ])
  })

  it.each([
    [includeAllergies(), includeAllergies()],
    [include('includeMedication'), include('includeMedication')],
    [
      include(
        'includeMedication',
        searchFrom('2020-01-01'),
        searchFrom('2020-01-01')
      )
    ],
    [
      include(
        'includeAllergies',
        resolvedAllergies(true),
        resolvedAllergies(true)
      )
    ],
    [
      include(
        'includeProblems',
        codePart('filterStatus', 'active'),
        codePart('filterStatus', 'inactive')
      )
    ]
  ])('what comes twice is an invalid resource: %j', (...parameters) => {
    expect(kindsOf(...parameters)).toEqual(['INVALID_RESOURCE'])
  })

  it('all that is wrong is told at once', () => {
    expect(
      kindsOf(include('includeAllergies'), include('includeReferrals'))
    ).toHaveLength(2)
  })
})
