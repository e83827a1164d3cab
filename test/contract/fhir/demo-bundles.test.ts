import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Bundle } from 'fhir/r3.js'
import { startTestApp, type TestApp } from '../../support/app.ts'
import {
  hasSharedFhir,
  loadFhirValidator
} from '../../support/fhir-validator.ts'
import type { RecordAccessSwitch } from '../../support/generated/sdk.ts'
import { NHS_NUMBERS } from '../../support/people.ts'
import {
  askStructuredRecord,
  bundleOf
} from '../../support/structured-record.ts'

let server: TestApp
let errorsOf: (bundle: Bundle) => string[] = () => []

beforeAll(async () => {
  server = await startTestApp()
  if (hasSharedFhir) errorsOf = await loadFhirValidator()
})
afterAll(() => server.close())

type Person = keyof typeof NHS_NUMBERS

const ELM_TREE_PATIENTS = [
  'ada',
  'ben',
  'cara',
  'dev',
  'ella',
  'finn',
  'gwen',
  'noor',
  'owen'
] as const satisfies readonly Person[]

/** Switches that are on at each level; all others are off. */
const LEVELS = {
  SUMMARY: ['SUMMARY'],
  DETAILED: ['DETAILED_CODED'],
  DOCUMENTS: ['DETAILED_CODED', 'DOCUMENT'],
  FULL: ['FULL_RECORD'],
  PROSPECTIVE: ['SUMMARY', 'PROSPECTIVE']
} as const satisfies Record<string, readonly RecordAccessSwitch[]>

const ORDER = [
  'PROSPECTIVE',
  'FULL_RECORD',
  'DOCUMENT',
  'DETAILED_CODED',
  'SUMMARY'
] as const

const setLevel = async (person: Person, level: keyof typeof LEVELS) => {
  const gp = await server.clientOf('gp')
  const nhsNumber = NHS_NUMBERS[person]
  const wanted: readonly RecordAccessSwitch[] = LEVELS[level]
  const { patient } = await gp.PatientAccess({ nhsNumber })
  let expectedVersion = patient?.access?.version ?? 0
  const off = ORDER.filter((name) => !wanted.includes(name))
  for (const name of [...off, ...wanted]) {
    const enabled = wanted.includes(name)
    const startDate = name === 'PROSPECTIVE' && enabled ? '2024-01-01' : null
    const input = {
      level: name,
      enabled,
      startDate,
      reviewConfirmed: true,
      expectedVersion
    }
    const { setPatientRecordAccess } = await gp.SetPatientRecordAccess({
      nhsNumber,
      input
    })
    expect(setPatientRecordAccess?.userErrors).toEqual([])
    expectedVersion = setPatientRecordAccess?.access?.version ?? 0
  }
}

const restBundle = async (person: Person): Promise<Bundle> =>
  bundleOf(
    await askStructuredRecord(server.url, {
      token: await server.tokenOf(person),
      nhsNumber: NHS_NUMBERS[person]
    })
  )

const graphBundle = async (person: Person, viewer: string = person) => {
  const client = await server.clientOf(viewer)
  const { patient } = await client.FhirRecord({
    nhsNumber: NHS_NUMBERS[person],
    includeAllergies: { includeResolvedAllergies: true },
    includeMedication: {}
  })
  return patient?.fhirStructuredRecord
}

const toBundle = (value: unknown): Bundle => JSON.parse(JSON.stringify(value))

describe.each(ELM_TREE_PATIENTS)('the Bundle of %s', (person) => {
  it.each(['SUMMARY', 'DETAILED', 'DOCUMENTS', 'FULL', 'PROSPECTIVE'] as const)(
    'at %s conforms, and is the same by REST and GraphQL',
    async (level) => {
      await setLevel(person, level)
      const rest = await restBundle(person)
      expect(rest.entry?.length).toBeGreaterThan(4)
      expect(errorsOf(rest)).toEqual([])
      const graph = await graphBundle(person)
      expect({ ...graph, id: '' }).toEqual({ ...rest, id: '' })
    }
  )
})

describe.each(['priya', 'quinn'] as const)(
  'the Bundle of %s, of the second practice',
  (person) => {
    it('conforms, and is the same by REST and GraphQL', async () => {
      const rest = await restBundle(person)
      expect(errorsOf(rest)).toEqual([])
      const graph = await graphBundle(person)
      expect({ ...graph, id: '' }).toEqual({ ...rest, id: '' })
    })
  }
)

describe('the Bundle for staff', () => {
  const everybody: Person[] = Object.keys(NHS_NUMBERS).filter(
    (name): name is Person => name in NHS_NUMBERS
  )

  it.each(everybody)('of %s conforms', async (person) => {
    const atMillLane = person === 'priya' || person === 'quinn'
    const bundle = await graphBundle(person, atMillLane ? 'other-gp' : 'gp')
    expect(bundle?.resourceType).toBe('Bundle')
    expect(errorsOf(toBundle(bundle))).toEqual([])
  })

  it('labels what the patient is not shown', async () => {
    const bundle = await graphBundle('gwen', 'gp')
    expect(JSON.stringify(bundle)).toContain('"code":"NOPAT"')
    const own = await graphBundle('gwen')
    expect(JSON.stringify(own)).not.toContain('NOPAT')
  })
})
