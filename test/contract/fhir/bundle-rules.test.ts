import { describe, expect, it } from '@jest/globals'
import type { Resource } from 'fhir/r3.js'
import {
  bundleOf,
  LEVELS,
  permissionsAt,
  resourcesOf,
  sourceOf,
  STAFF,
  type Level
} from '../../support/builders/structured-record.ts'
import {
  BARE_PATIENT,
  WHOLE_RECORD_CONTENT
} from '../../support/builders/whole-record.ts'
import { typeOf } from '../../support/fhir-resources.ts'

const ADMINISTRATIVE = [
  'Patient',
  'Organization',
  'Location',
  'Practitioner',
  'PractitionerRole'
]

/** Access Record digest section 4: what each type must and must not have. */
const RULES: Record<string, { must: string[]; never: string[] }> = {
  Patient: {
    must: ['identifier', 'name', 'active', 'birthDate', 'managingOrganization'],
    never: ['maritalStatus', 'photo', 'link', 'animal', 'communication']
  },
  Organization: { must: ['name', 'identifier'], never: ['text'] },
  Location: { must: ['name', 'managingOrganization'], never: ['mode'] },
  Practitioner: { must: ['name'], never: ['communication'] },
  PractitionerRole: { must: ['practitioner'], never: ['text'] },
  List: {
    must: ['status', 'mode', 'title', 'code', 'subject', 'extension'],
    never: ['id', 'identifier', 'source', 'encounter']
  },
  AllergyIntolerance: {
    must: [
      'identifier',
      'clinicalStatus',
      'verificationStatus',
      'category',
      'code',
      'patient',
      'assertedDate',
      'recorder'
    ],
    never: ['encounter']
  },
  Medication: { must: ['code'], never: ['package', 'identifier'] },
  MedicationStatement: {
    must: [
      'extension',
      'identifier',
      'basedOn',
      'status',
      'medicationReference',
      'effectivePeriod',
      'dateAsserted',
      'subject',
      'taken',
      'dosage'
    ],
    never: ['partOf', 'category', 'derivedFrom', 'context', 'reasonNotTaken']
  },
  MedicationRequest: {
    must: [
      'extension',
      'identifier',
      'status',
      'intent',
      'medicationReference',
      'subject',
      'authoredOn',
      'recorder',
      'dosageInstruction',
      'dispenseRequest'
    ],
    never: ['definition', 'category', 'priority', 'substitution', 'context']
  },
  OperationOutcome: { must: ['issue', 'id'], never: ['text'] }
}

const bundles = (): [string, Resource[]][] => {
  const all = (level: Level) =>
    bundleOf(
      sourceOf({ ...WHOLE_RECORD_CONTENT, permissions: permissionsAt(level) }),
      { unrecognised: ['includeWeather'] }
    )
  return [
    ...LEVELS.map((level): [string, Resource[]] => [
      level,
      resourcesOf(all(level))
    ]),
    [
      'staff',
      resourcesOf(
        bundleOf(sourceOf({ ...WHOLE_RECORD_CONTENT, permissions: STAFF }))
      )
    ],
    [
      'somebody hardly known',
      resourcesOf(
        bundleOf(sourceOf(WHOLE_RECORD_CONTENT, { patient: BARE_PATIENT }))
      )
    ]
  ]
}

const containedIn = (resource: Resource): Resource[] =>
  'contained' in resource && Array.isArray(resource.contained)
    ? resource.contained
    : []

const referencesIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'reference' && typeof part === 'string'
      ? [part]
      : referencesIn(part)
  )
}

const emptiesIn = (value: unknown): unknown[] => {
  if (value === null || value === '') return [value]
  if (typeof value !== 'object') return []
  const parts = Object.values(value)
  return parts.length === 0 ? [value] : parts.flatMap(emptiesIn)
}

describe.each(bundles())('The Bundle of %s', (_name, resources) => {
  const everything = [...resources, ...resources.flatMap(containedIn)]

  it('has of each type what it must and nothing it must not have', () => {
    for (const resource of everything) {
      const rule = RULES[typeOf(resource)]
      expect(rule).toBeDefined()
      for (const element of rule?.must ?? []) {
        expect(resource).toHaveProperty(element)
      }
      for (const element of rule?.never ?? []) {
        expect(resource).not.toHaveProperty(element)
      }
    }
  })

  it('has one profile each, and versions of people and places alone', () => {
    for (const resource of everything) {
      expect(resource.meta?.profile).toHaveLength(1)
      expect(resource.meta).not.toHaveProperty('lastUpdated')
      expect(resource.meta?.versionId !== undefined).toBe(
        ADMINISTRATIVE.includes(typeOf(resource))
      )
    }
  })

  it('refers to nothing outside itself', () => {
    const known = new Set(resources.map((one) => `${typeOf(one)}/${one.id}`))
    for (const resource of resources) {
      const inside = containedIn(resource).map(({ id }) => `#${id}`)
      for (const reference of referencesIn(resource)) {
        expect([...known, ...inside]).toContain(reference)
      }
    }
  })

  it('has each resource once', () => {
    const keys = everything
      .filter(({ id }) => id !== undefined)
      .map((one) => `${typeOf(one)}/${one.id}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('has no empty element', () => {
    expect(emptiesIn(JSON.parse(JSON.stringify(resources)))).toEqual([])
  })
})
