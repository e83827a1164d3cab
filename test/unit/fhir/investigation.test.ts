import { describe, expect, it } from '@jest/globals'
import type { FhirResource, Observation } from 'fhir/r3.js'
import { toInvestigationResources } from '../../../src/modules/record/investigations/investigation.fhir.ts'
import type { InvestigationReportRow } from '../../../src/modules/record/investigations/investigation.row.ts'
import {
  investigationEntry,
  reportRow,
  REPORT_PARTS
} from '../../support/builders/investigation-entry.ts'
import { INVESTIGATION_TEXTS } from '../../support/builders/investigation.ts'
import {
  permissionsAt,
  STAFF,
  type Level
} from '../../support/builders/structured-record.ts'
import { profileErrorsOf } from '../../support/clinical-bundle.ts'
import { hasSharedFhir } from '../../support/fhir-validator.ts'

const { request, specimen, header, member, single, comment } = REPORT_PARTS

const mapped = (
  level: Level | 'staff' = 'full',
  changes: Partial<InvestigationReportRow> = {}
): FhirResource[] =>
  toInvestigationResources(
    investigationEntry(
      level === 'staff' ? STAFF : permissionsAt(level),
      reportRow(changes)
    )
  )

const ofType = <Type extends FhirResource['resourceType']>(
  resources: readonly FhirResource[],
  type: Type
) =>
  resources.find(
    (one): one is Extract<FhirResource, { resourceType: Type }> =>
      one.resourceType === type
  )

const observationOf = (
  resources: readonly FhirResource[],
  { id }: { readonly id: string }
): Observation | undefined =>
  resources
    .filter((one) => one.resourceType === 'Observation')
    .find((one) => one.id === id)

const references = (type: string, ...rows: { readonly id: string }[]) =>
  rows.map(({ id }) => ({ reference: `${type}/${id}` }))

describe('DiagnosticReport (digest 4.8)', () => {
  it('names request, specimen, header and result, but no member', () => {
    expect(ofType(mapped(), 'DiagnosticReport')).toMatchObject({
      status: 'final',
      code: { coding: [{ code: '721981007' }] },
      issued: '2023-03-04T12:00:00+00:00',
      basedOn: references('ProcedureRequest', request),
      specimen: references('Specimen', specimen),
      result: references('Observation', header, single),
      conclusion: 'all is well'
    })
  })

  it('has GP Connect’s code when it has none of its own', () => {
    const report = ofType(mapped('full', { code: null }), 'DiagnosticReport')
    expect(report?.code.coding?.[0]?.code).toBe('721981007')
  })

  it('is preliminary as long as nobody filed it, for staff', () => {
    const resources = mapped('staff', { unfiled: true })
    expect(ofType(resources, 'DiagnosticReport')?.status).toBe('preliminary')
  })
})

describe('the parts of a report (digest 4.8)', () => {
  it('are a request and a specimen', () => {
    expect(ofType(mapped(), 'ProcedureRequest')).toMatchObject({
      status: 'active',
      intent: 'order',
      code: { coding: [{ code: '26604007' }] },
      requester: { agent: { reference: expect.stringContaining('Pract') } },
      note: [{ text: 'for the yearly review' }]
    })
    expect(ofType(mapped(), 'Specimen')).toMatchObject({
      accessionIdentifier: { value: 'accession of specimen' },
      receivedTime: '2023-03-02',
      collection: {
        collectedDateTime: '2023-03-01T08:00:00+00:00',
        extension: [
          {
            url: 'https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-FastingStatus-1',
            valueCodeableConcept: { text: 'none after midnight' }
          }
        ],
        quantity: { value: 5, unit: 'ml' }
      }
    })
  })

  it('name each other: header, member and filing comment', () => {
    const resources = mapped()
    const related = (row: { readonly id: string }) =>
      observationOf(resources, row)?.related
    const to = ({ id }: { readonly id: string }, type: string) => [
      { type, target: { reference: `Observation/${id}` } }
    ]
    expect(related(header)).toEqual(to(member, 'has-member'))
    expect(related(member)).toEqual(to(header, 'derived-from'))
    expect(related(comment)).toEqual(to(member, 'derived-from'))
    expect(observationOf(resources, member)?.specimen).toEqual({
      reference: `Specimen/${specimen.id}`
    })
  })
})

describe('a report below full (Ruling R20)', () => {
  it('has no words, no filing comment and no reference to one', () => {
    const resources = mapped('detailed')
    const text = JSON.stringify(resources)
    for (const withheld of INVESTIGATION_TEXTS) {
      expect(text).not.toContain(withheld)
    }
    expect(text).not.toContain(comment.id)
    expect(ofType(resources, 'Specimen')?.collection).not.toHaveProperty(
      'extension'
    )
  })

  it('says in GP Connect’s words what was asked for in words alone', () => {
    const uncoded = toInvestigationResources(
      investigationEntry(permissionsAt('detailed'), reportRow(), {
        request: { ...request, code: { coding: [], text: 'bloods please' } }
      })
    )
    expect(ofType(uncoded, 'ProcedureRequest')?.code).toEqual({
      text: 'No code available'
    })
  })
})

const describeWithValidator = hasSharedFhir ? describe : describe.skip

describeWithValidator('the profiles of investigations', () => {
  it.each<Level | 'staff'>(['detailed', 'full', 'staff'])(
    'are met at %s',
    async (level) => {
      expect(await profileErrorsOf(mapped(level))).toEqual([])
    }
  )
})
