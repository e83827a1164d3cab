import { describe, expect, it } from '@jest/globals'
import { findR4Sign } from '../../../../src/modules/import/bundle/fhir-version.ts'
import { createSourceBundle } from '../../../../src/modules/import/bundle/source-bundle.ts'
import { readMarks } from '../../../../src/modules/import/mappers/entry-marks.ts'
import { whyNotTaken } from '../../../../src/modules/import/mappers/not-taken-yet.ts'
import {
  aBundle,
  anAllergy,
  anOrder,
  aRecord,
  NOPAT_LABEL,
  SUPPLIER,
  type Resource
} from '../../../support/builders/bundle.ts'

/** What is said of the entry `a`, which is in the Bundle once or more. */
const marksOf = (...entries: Resource[]) => {
  const source = createSourceBundle(aRecord(...entries))
  const marks = readMarks(source)
  const [entry] = source.resources
    .flatMap((one) => [one, ...one.contained])
    .filter(({ id }) => id === 'a')
  if (!entry) throw new Error('There is no entry a')
  entry.take()
  return {
    restricted: marks.isRestricted(entry),
    errored: marks.isErrored(entry),
    said: source
      .close(whyNotTaken)
      .filter(({ kind }) => kind === 'CHANGED')
      .map(({ path }) => path)
  }
}

const labelled = (...security: unknown[]) =>
  anAllergy('a', { meta: { security } })

const ACT_CODE = 'http://hl7.org/fhir/v3/ActCode'
const CONFIDENTIALITY = 'http://hl7.org/fhir/v3/Confidentiality'

describe('a label (Ruling R17)', () => {
  it.each([
    [{ system: ACT_CODE, code: 'NOPAT' }],
    [
      {
        system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
        code: 'NOPAT',
        display: 'no disclosure to patient'
      }
    ]
  ])('restricts as %j with nothing to report', (label) => {
    expect(marksOf(labelled(label))).toMatchObject({
      restricted: true,
      said: []
    })
  })

  it.each<[unknown]>([
    [{ code: 'NOPAT' }],
    [{ code: ' nopat ' }],
    [{ code: ['NOPAT'] }],
    [{ system: 'urn:oid:2.16.840.1.113883.5.4', code: 'NOPAT' }],
    [{ system: ACT_CODE, code: 'nopat' }],
    [{ coding: [{ system: ACT_CODE, code: 'NOPAT' }] }],
    ['NOPAT'],
    [{ system: CONFIDENTIALITY, code: 'R' }],
    [{ system: CONFIDENTIALITY, code: 'V' }],
    [{ code: 'r' }]
  ])('restricts as %j too, and says how it was understood', (label) => {
    expect(marksOf(labelled(label))).toMatchObject({
      restricted: true,
      said: ['AllergyIntolerance.meta.security']
    })
  })

  it('restricts wherever it stands in the list', () => {
    const normal = { system: CONFIDENTIALITY, code: 'N' }
    expect(marksOf(labelled(normal, { code: 'NOPAT' })).restricted).toBe(true)
    expect(marksOf(labelled(normal)).restricted).toBe(false)
  })

  it('restricts from the copy that is not taken', () => {
    const copy = { id: 'again', meta: NOPAT_LABEL }
    expect(marksOf(anAllergy('a'), anAllergy('a', copy))).toMatchObject({
      restricted: true,
      said: ['AllergyIntolerance']
    })
    const another = anAllergy('b', { meta: NOPAT_LABEL })
    expect(marksOf(anAllergy('a'), another).restricted).toBe(false)
  })
})

describe('what holds an entry (Ruling R16)', () => {
  const holding = (reference: string, rest: Resource = {}) => ({
    resourceType: 'List',
    entry: [{ item: { reference } }],
    ...rest
  })

  it('restricts it, through every heading', () => {
    expect(
      marksOf(
        holding('List/topic', { meta: NOPAT_LABEL }),
        holding('AllergyIntolerance/a', { id: 'topic' }),
        anAllergy('a')
      ).restricted
    ).toBe(true)
  })

  it('restricts it by the mark on the Encounter', () => {
    expect(
      marksOf(
        { resourceType: 'Encounter', id: 'e', meta: NOPAT_LABEL },
        holding('AllergyIntolerance/a', {
          encounter: { reference: 'Encounter/e' }
        }),
        anAllergy('a')
      ).restricted
    ).toBe(true)
  })

  it('restricts the entry that a hidden problem stands for', () => {
    const problem = {
      resourceType: 'Condition',
      meta: NOPAT_LABEL,
      extension: [
        {
          url: 'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-ActualProblem-1',
          valueReference: { reference: 'AllergyIntolerance/a' }
        }
      ]
    }
    expect(marksOf(problem, anAllergy('a')).restricted).toBe(true)
  })

  it('does nothing when it is not hidden itself', () => {
    expect(
      marksOf(holding('AllergyIntolerance/a'), anAllergy('a'))
    ).toMatchObject({ restricted: false, errored: false })
  })

  it('is a List in error: what it contains is one, what it names is hidden', () => {
    const wrong = { status: 'Entered-In-Error' }
    expect(
      marksOf({
        resourceType: 'List',
        contained: [anAllergy('a')],
        ...wrong
      }).errored
    ).toBe(true)
    expect(
      marksOf(holding('AllergyIntolerance/a', wrong), anAllergy('a'))
    ).toMatchObject({ restricted: true, errored: false })
  })
})

describe('a status (Ruling R15)', () => {
  it.each([
    'entered-in-error',
    'Entered-In-Error',
    'entered_in_error',
    'entered in error',
    'refuted'
  ])('"%s" is an error', (verificationStatus) => {
    expect(marksOf(anAllergy('a', { verificationStatus }))).toMatchObject({
      errored: true,
      restricted: false
    })
  })

  it.each(['confirmed', 'Unconfirmed', '', null, []])(
    '%j is nothing to hide',
    (verificationStatus) => {
      expect(marksOf(anAllergy('a', { verificationStatus }))).toMatchObject({
        errored: false,
        restricted: false
      })
    }
  )

  it.each<[string, Resource]>([
    ['no code known', { verificationStatus: 'withdrawn' }],
    ['no code at all', { verificationStatus: { coding: [] } }],
    ['changed in sense', { modifierExtension: [{ url: 'x' }] }]
  ])('that is %s hides from the patient', (_name, rest) => {
    expect(marksOf(anAllergy('a', rest))).toMatchObject({
      errored: false,
      restricted: true
    })
  })

  it('counts on any copy', () => {
    const copy = { id: 'again', verificationStatus: 'entered-in-error' }
    expect(marksOf(anAllergy('a'), anAllergy('a', copy)).errored).toBe(true)
  })

  it('of a request is read as well', () => {
    const order = (status: string) => marksOf(anOrder('s', 'a', { status }))
    expect(order('ENTERED-IN-ERROR').errored).toBe(true)
    expect(order('secret')).toMatchObject({ errored: false, restricted: true })
    expect(order('On-Hold')).toMatchObject({
      errored: false,
      restricted: false
    })
  })
})

describe('a name out of the language', () => {
  it.each<[unknown]>([
    ['__proto__'],
    ['constructor'],
    ['toString'],
    [{ toString: 1, valueOf: 1 }],
    [null]
  ])('as the type %j is just a type nobody knows', (resourceType) => {
    const text = JSON.stringify(aBundle([{ resourceType, id: '1' }]))
    const bundle: unknown = JSON.parse(text)
    expect(findR4Sign(bundle)).toBeUndefined()
    const source = createSourceBundle(bundle)
    readMarks(source)
    expect(source.close(whyNotTaken)).toMatchObject([
      {
        kind: 'NOT_TAKEN',
        reason: 'is no part of the record that is kept here'
      }
    ])
  })

  it('does no harm as an element or an identifier', () => {
    const odd = JSON.parse(
      `{"resourceType":"AllergyIntolerance","id":"a","__proto__":{"x":1},
        "meta":{"security":[{"code":"constructor"}]},
        "identifier":[{"system":"${SUPPLIER}","value":"__proto__"}]}`
    )
    expect(marksOf(odd)).toMatchObject({ restricted: false, errored: false })
  })
})
