import { describe, expect, it } from '@jest/globals'
import {
  HOSPITAL_ID,
  patientRow,
  peopleAndPlaces,
  roleRow
} from '../../support/builders/people.ts'
import {
  idOf,
  PRACTICE_ID,
  RECORDER_ID,
  USUAL_GP_ID
} from '../../support/builders/ids.ts'
import { allergyRow } from '../../support/builders/record.ts'
import {
  bundleOf,
  permissionsAt,
  resourcesOf,
  sourceOf,
  type Content
} from '../../support/builders/structured-record.ts'
import { typeOf } from '../../support/fhir-resources.ts'
import type { StructuredRecordSource } from '../../../src/modules/fhir-export/structured-record-source.ts'

const resources = (
  content: Content = { allergies: [] },
  changes: Partial<StructuredRecordSource> = {}
) => resourcesOf(bundleOf(sourceOf(content, changes)))

const one = (type: string, ...args: Parameters<typeof resources>) =>
  resources(...args).find((resource) => typeOf(resource) === type)

const idsOf = (type: string, ...args: Parameters<typeof resources>) =>
  resources(...args)
    .filter((resource) => typeOf(resource) === type)
    .map(({ id }) => id)

const patientOf = (changes: Parameters<typeof patientRow>[0]) =>
  one('Patient', {}, { patient: patientRow(changes) })

describe('Patient (digest 4.1)', () => {
  it('has the verified NHS number and no other identifier', () => {
    expect(one('Patient')).toMatchObject({
      meta: { versionId: '3' },
      identifier: [
        {
          extension: [
            {
              valueCodeableConcept: {
                coding: [{ code: '01', display: 'Number present and verified' }]
              }
            }
          ],
          system: 'https://fhir.nhs.uk/Id/nhs-number',
          value: '9991230017'
        }
      ]
    })
  })

  it('has one official name, the practice and the usual GP', () => {
    expect(one('Patient')).toMatchObject({
      active: true,
      name: [
        { use: 'official', family: 'Sample', given: ['Ada'], prefix: ['Ms'] }
      ],
      birthDate: '1970-06-01',
      gender: 'female',
      telecom: [{ system: 'phone', value: '0113 496 0000', use: 'home' }],
      address: [{ use: 'home', city: 'Leeds', postalCode: 'LS1 1AA' }],
      managingOrganization: { reference: `Organization/${PRACTICE_ID}` },
      generalPractitioner: [{ reference: `Practitioner/${USUAL_GP_ID}` }]
    })
  })

  it('says how they are registered', () => {
    expect(one('Patient')).toMatchObject({
      extension: [
        {
          extension: [
            { url: 'registrationPeriod', valuePeriod: { start: '2019-02-05' } },
            { url: 'preferredBranchSurgery' }
          ]
        }
      ]
    })
  })

  it('has no empty element for what is not known', () => {
    const bare = patientOf({
      prefix: [],
      given: [],
      gender: null,
      address: { line: [], city: null, district: null, postalCode: null },
      telecom: [],
      registeredFrom: null,
      branchSurgeryId: null,
      usualGpId: null
    })
    expect(bare && Object.keys(bare).toSorted()).toEqual([
      'active',
      'birthDate',
      'id',
      'identifier',
      'managingOrganization',
      'meta',
      'name',
      'resourceType'
    ])
  })

  it.each([
    [null, undefined],
    ['2024-02', '2024-02'],
    ['unknown', undefined]
  ])('who died on %p has the date, if there is one', (deceased, expected) => {
    const patient = patientOf({ deceased })
    expect(patient).not.toHaveProperty('deceasedBoolean')
    expect(Object(patient).deceasedDateTime).toBe(expected)
  })
})

describe('Who and what is in the Bundle (digest 4.1)', () => {
  it('the practice, always', () => {
    expect(one('Organization')).toMatchObject({
      id: PRACTICE_ID,
      meta: { versionId: '1' },
      identifier: [{ value: 'A81001' }],
      name: 'Elm Tree Surgery',
      telecom: [{ system: 'phone', value: '0113 496 0001' }]
    })
  })

  it('the usual GP with the role, and nobody else without entries', () => {
    expect(idsOf('Practitioner')).toEqual([USUAL_GP_ID])
    expect(idsOf('PractitionerRole')).toEqual([idOf(9, 1)])
    expect(one('PractitionerRole')).toMatchObject({
      practitioner: { reference: `Practitioner/${USUAL_GP_ID}` },
      organization: { reference: `Organization/${PRACTICE_ID}` },
      identifier: [{ value: 'role-1' }],
      code: [{ coding: [{ code: 'R0260' }] }]
    })
  })

  it('who recorded an entry, their role and its organisation', () => {
    const content = { allergies: [allergyRow(1)] }
    expect(idsOf('Practitioner', content)).toEqual([USUAL_GP_ID, RECORDER_ID])
    expect(idsOf('PractitionerRole', content)).toHaveLength(2)
    expect(idsOf('Organization', content)).toEqual([PRACTICE_ID, HOSPITAL_ID])
  })

  it('no role of somebody who has several', () => {
    const { roles } = peopleAndPlaces()
    const several = [...roles, roleRow(3, USUAL_GP_ID)]
    expect(idsOf('PractitionerRole', {}, { roles: several })).toEqual([])
  })

  it('the branch surgery with its practice', () => {
    expect(one('Location')).toMatchObject({
      meta: { versionId: '5' },
      status: 'active',
      identifier: [{ value: 'A81001001' }],
      address: { postalCode: 'LS2 1AA' },
      managingOrganization: { reference: `Organization/${PRACTICE_ID}` }
    })
  })

  it('at summary neither the branch surgery nor a reference (Ruling R21)', () => {
    const content = { permissions: permissionsAt('summary') }
    expect(one('Location', content)).toBeUndefined()
    expect(JSON.stringify(resources(content))).not.toContain('Location/')
  })

  it('nothing of somebody that no entry names', () => {
    const changes = { patient: patientRow({ usualGpId: null }) }
    expect(idsOf('Practitioner', { allergies: [] }, changes)).toEqual([])
  })

  it('a source that lacks somebody named is a mistake of ours', () => {
    expect(() => resources({}, { practitioners: [] })).toThrow('is missing')
  })
})
