import { describe, expect, it } from '@jest/globals'
import { toStructuredRecord } from '../../../src/modules/fhir-export/structured-record.ts'
import {
  allergyRow,
  courseRow,
  issueRow,
  repeatRow
} from '../../support/builders/record.ts'
import {
  BUNDLE_ID,
  bundleOf,
  EVERYTHING,
  LEVELS,
  permissionsAt,
  sourceOf
} from '../../support/builders/structured-record.ts'
import { ofType, typesIn } from '../../support/fhir-resources.ts'

const repeat = repeatRow(2)
const content = {
  allergies: [allergyRow(1), allergyRow(2)],
  medications: [
    { course: courseRow(1) },
    { course: repeat, issues: [issueRow(1, repeat)] }
  ]
}

describe('The Bundle (digest 4.1)', () => {
  it('is a collection with the request’s id and nothing it may not have', () => {
    const { entry = [], ...bundle } = bundleOf(sourceOf(content))
    expect(bundle).toEqual({
      resourceType: 'Bundle',
      id: BUNDLE_ID,
      meta: {
        profile: [
          'https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-StructuredRecord-Bundle-1'
        ]
      },
      type: 'collection'
    })
    for (const one of entry) expect(Object.keys(one)).toEqual(['resource'])
  })

  it('is the same for the same request but for its id', () => {
    const request = { ...EVERYTHING, unrecognised: ['includeWeather'] }
    const bundle = (id: string) =>
      toStructuredRecord(sourceOf(content), request, id)
    expect(bundle('b').entry).toEqual(bundle('a').entry)
  })

  it('does not depend on the order in which people were read', () => {
    const source = sourceOf(content)
    const turned = {
      ...source,
      practitioners: source.practitioners.toReversed(),
      roles: source.roles.toReversed(),
      organizations: source.organizations.toReversed()
    }
    expect(bundleOf(turned)).toEqual(bundleOf(source))
  })

  it('has people and places alone when nothing is asked for', () => {
    expect(typesIn(bundleOf(sourceOf({})))).toEqual([
      'Patient',
      'Organization',
      'Location',
      'Practitioner',
      'PractitionerRole'
    ])
  })

  it.each(LEVELS)(
    'has the same entries at %s, which both areas allow',
    (level) => {
      const permissions = permissionsAt(level)
      const types = typesIn(bundleOf(sourceOf({ ...content, permissions })))
      expect(
        types.filter((type) => /^(Allergy|Medication)/.test(type))
      ).toEqual([
        'AllergyIntolerance',
        'AllergyIntolerance',
        'MedicationStatement',
        'MedicationRequest',
        'MedicationStatement',
        'MedicationRequest',
        'MedicationRequest',
        'Medication'
      ])
    }
  )

  it('at no level has entries', () => {
    const permissions = permissionsAt('none')
    const types = typesIn(bundleOf(sourceOf({ ...content, permissions })))
    expect(types).not.toContain('AllergyIntolerance')
    expect(types).not.toContain('MedicationStatement')
  })
})

describe('Warnings of parameters (digest 1.3 and 3.3)', () => {
  const outcomesOf = (unrecognised: string[], disabled: string[]) =>
    ofType(
      bundleOf(sourceOf({}), { unrecognised, disabled }),
      'OperationOutcome'
    )

  it('are one OperationOutcome with an issue each', () => {
    const [outcome, another] = outcomesOf(
      ['includeWeather', 'includeAllergies.rain'],
      ['includeProblems']
    )
    expect(another).toBeUndefined()
    expect(outcome?.id).toMatch(/^[0-9a-f-]{36}$/)
    expect(
      outcome?.issue.map(({ details, ...issue }) => ({
        ...issue,
        text: details?.text,
        code: details?.coding?.[0]?.code
      }))
    ).toEqual([
      {
        severity: 'warning',
        code: 'NOT_IMPLEMENTED',
        text: 'includeWeather is an unrecognised parameter',
        diagnostics: 'includeWeather'
      },
      {
        severity: 'warning',
        code: 'NOT_IMPLEMENTED',
        text: 'includeAllergies.rain is an unrecognised parameter',
        diagnostics: 'includeAllergies.rain'
      },
      {
        severity: 'warning',
        code: 'NOT_IMPLEMENTED',
        text: 'includeProblems has been disabled',
        diagnostics: 'includeProblems'
      }
    ])
    expect(outcome?.issue.map(({ code }) => code)).toEqual([
      'not-supported',
      'not-supported',
      'not-supported'
    ])
  })

  it('are absent when there is nothing to say', () => {
    expect(outcomesOf([], [])).toEqual([])
  })
})
