import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  extensionName,
  pathOf
} from '../../../../src/modules/import/bundle/element-path.ts'
import { findR4Sign } from '../../../../src/modules/import/bundle/fhir-version.ts'
import { jsonErrorPosition } from '../../../../src/modules/import/bundle/json-error-position.ts'
import { createSourceBundle } from '../../../../src/modules/import/bundle/source-bundle.ts'
import type { SourceElement } from '../../../../src/modules/import/bundle/source-element.ts'
import {
  toConcept,
  toDate
} from '../../../../src/modules/import/mappers/datatypes.ts'
import {
  anAllergy,
  aBundle,
  aRecord
} from '../../../support/builders/bundle.ts'

const readable = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('the place of a fault in JSON', () => {
  it.each([
    ['{"a":1,}', 1, 8],
    ['{"a" 1}', 1, 6],
    ['[1\n 2]', 2, 2],
    ['{"a":[1,{"b":tru}]}', 1, 14],
    ['[] []', 1, 4],
    ['', 1, 1],
    ['"never ends', 1, 1],
    ['[01]', 1, 3]
  ])('of %j is line %d, column %d', (text, line, column) => {
    expect(jsonErrorPosition(text)).toEqual({ line, column })
  })

  it('is where a character was put that belongs nowhere', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, at) => {
        const offset = at % (json.length + 1)
        const text = `${json.slice(0, offset)}\u0001${json.slice(offset)}`
        fc.pre(!readable(text))
        const { line, column } = jsonErrorPosition(text)
        // Inside a word or a text the fault is where that begins.
        expect(line).toBe(1)
        expect(column).toBeLessThanOrEqual(offset + 1)
      })
    )
  })
})

describe('the version of FHIR', () => {
  const profiled = (url: string) => ({
    resourceType: 'Bundle',
    meta: { profile: [url] }
  })

  it.each([
    ['https://fhir.nhs.uk/R4/StructureDefinition/X', true],
    ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Patient', true],
    ['https://fhir.nhs.uk/STU3/StructureDefinition/X-1', false]
  ])('is told by the profile %s: R4 %s', (url, isR4) => {
    expect(findR4Sign(profiled(url)) !== undefined).toBe(isR4)
  })

  it.each([
    { resourceType: 'Condition', clinicalStatus: { coding: [] } },
    { resourceType: 'AllergyIntolerance', recordedDate: '2020-01-01' },
    { resourceType: 'ServiceRequest' }
  ])('is R4 with $resourceType', (resource) => {
    expect(findR4Sign(aBundle([resource]))).toBeDefined()
  })

  it('is not R4 for a record as suppliers send it', () => {
    expect(findR4Sign(aRecord(anAllergy('a')))).toBeUndefined()
  })
})

describe('a path', () => {
  it('has the short name of an extension and no first index', () => {
    const url =
      'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-PrescribingAgency-1'
    expect(extensionName(url)).toBe('PrescribingAgency')
    expect(pathOf('A.extension[0:Agency].code[0].coding[1]')).toBe(
      'A.extension(Agency).code.coding[1]'
    )
  })
})

/** An element of a Bundle's only resource, and what is said of it. */
const reading = <Value>(
  element: unknown,
  read: (element: SourceElement) => Value
) => {
  const bundle = createSourceBundle(
    aBundle([{ resourceType: 'Basic', id: '1', element }])
  )
  const [resource] = bundle.resources
  resource?.take()
  const value = resource && read(resource.root.child('element'))
  return { value, findings: bundle.close(() => 'is unknown') }
}

describe('a date', () => {
  it.each([
    ['2020', '2020'],
    ['2020-02', '2020-02'],
    ['2020-02-29', '2020-02-29'],
    [' 2020-02-29 ', '2020-02-29'],
    ['2020-07-01T10:00:00+01:00', '2020-07-01T10:00:00+01:00'],
    ['2020-07-01T10:00:00', '2020-07-01T10:00:00+01:00'],
    ['2020-01-01T10:00:00.5', '2020-01-01T10:00:00.5+00:00']
  ])('%j is read as %j', (text, date) => {
    expect(reading(text, toDate)).toEqual({ value: date, findings: [] })
  })

  it.each(['2021-02-29', '29/02/2020', 'yesterday', '2020-13'])(
    '%j is none, and is reported',
    (text) => {
      const { value, findings } = reading(text, toDate)
      expect(value).toBeNull()
      expect(findings).toMatchObject([
        { path: 'Basic.element', reason: 'is not a date' }
      ])
    }
  )
})

/** Nothing but nulls and empty texts, however deep. */
const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).every(isEmpty)
    : value === null || value === ''

describe('a concept', () => {
  const system = 'http://snomed.info/sct'

  it('keeps the description the clinician chose, however it is spelt', () => {
    const url =
      'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-coding-sctdescid'
    const part = { url: 'DescriptionID', valueId: '9' }
    const coding = [
      {
        system,
        code: '1',
        display: 'One',
        extension: [{ url, extension: [part] }]
      }
    ]
    expect(reading({ coding }, toConcept)).toEqual({
      value: {
        coding: [{ system, code: '1', display: 'One', descriptionId: '9' }],
        text: null
      },
      findings: []
    })
  })

  it('keeps the words of a coding without a code', () => {
    const { value, findings } = reading(
      { coding: { display: 'Hay' } },
      toConcept
    )
    expect(value).toEqual({ coding: [], text: 'Hay' })
    expect(findings).toMatchObject([{ kind: 'CHANGED' }])
  })

  it('reports what it has no place for', () => {
    const coding = [{ system, code: '1', version: '2019', userSelected: true }]
    expect(reading({ coding }, toConcept).findings).toMatchObject([
      { path: 'Basic.element.coding.version' },
      { path: 'Basic.element.coding.userSelected' }
    ])
  })

  it('loses nothing in silence, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (element) => {
        fc.pre(Object.values(element).some((value) => value !== null))
        const { value, findings } = reading(element, toConcept)
        if (!value && !isEmpty(element)) expect(findings).not.toEqual([])
      })
    )
  })
})
