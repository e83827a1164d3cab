import { describe, expect, it } from '@jest/globals'
import { toDocumentReference } from '../../../src/modules/record/documents/document.fhir.ts'
import {
  DOCUMENT_KIND,
  type DocumentRow
} from '../../../src/modules/record/documents/document.row.ts'
import { visible } from '../../../src/policy/record-access.ts'
import { documentRow } from '../../support/builders/document.ts'
import {
  PATIENT_ID,
  PRACTICE_ID,
  RECORDER_ID,
  USUAL_GP_ID
} from '../../support/builders/ids.ts'
import {
  marked,
  permissionsAt,
  STAFF,
  type Level
} from '../../support/builders/structured-record.ts'
import { profileErrorsOf } from '../../support/clinical-bundle.ts'
import { hasSharedFhir } from '../../support/fhir-validator.ts'

const binaryUrl = (id: string): string => `documents/Binary/${id}`

const mapped = (row: DocumentRow, level: Level = 'full') => {
  const [shown] = visible(permissionsAt(level), [row], DOCUMENT_KIND)
  if (!shown) throw new Error('the policy shows no such row')
  return toDocumentReference(shown, binaryUrl)
}

const TOO_LARGE = { size: 5_000_001, binaryId: null }

const BARE: Partial<DocumentRow> = {
  created: null,
  description: null,
  title: null,
  practiceSetting: null,
  authors: [],
  binaryId: null
}

describe('DocumentReference (digest 1.4)', () => {
  it('has every element that the row has', () => {
    const row = documentRow(1, { custodianId: USUAL_GP_ID })
    expect(mapped(row)).toEqual({
      resourceType: 'DocumentReference',
      id: row.id,
      meta: {
        profile: [
          'https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-DocumentReference-1'
        ]
      },
      identifier: row.identifiers,
      status: 'current',
      type: {
        coding: [
          {
            system: 'http://snomed.info/sct',
            code: '824331000000106',
            display: 'Inpatient final discharge letter'
          }
        ],
        text: 'the letter we waited for'
      },
      subject: { reference: `Patient/${PATIENT_ID}` },
      created: '2024-02-01',
      indexed: '2024-02-05T09:30:00+00:00',
      author: [{ reference: `Practitioner/${RECORDER_ID}` }],
      custodian: { reference: `Organization/${USUAL_GP_ID}` },
      description: 'Discharge summary',
      content: [
        {
          attachment: {
            contentType: 'application/pdf',
            url: `documents/Binary/${row.binaryId}`,
            size: 11,
            title: 'discharge.pdf'
          }
        }
      ],
      context: {
        practiceSetting: {
          coding: [
            {
              system: 'http://snomed.info/sct',
              code: '394579002',
              display: 'Cardiology'
            }
          ],
          text: 'hearts'
        }
      }
    })
  })

  it('names an organisation that wrote it', () => {
    const authors = [{ kind: 'ORGANIZATION', id: USUAL_GP_ID }] as const
    expect(mapped(documentRow(1, { authors })).author).toEqual([
      { reference: `Organization/${USUAL_GP_ID}` }
    ])
  })

  it('over 5 MB has its size, no address, and the reason for a title', () => {
    const { content } = mapped(documentRow(1, TOO_LARGE))
    expect(content).toEqual([
      {
        attachment: {
          contentType: 'application/pdf',
          size: 5_000_001,
          title: 'The content is larger than 5 MB and cannot be sent'
        }
      }
    ])
  })

  it('leaves out what is not known', () => {
    const document = mapped(documentRow(1, BARE))
    expect(Object.keys(document)).toEqual([
      'resourceType',
      'id',
      'meta',
      'identifier',
      'status',
      'type',
      'subject',
      'indexed',
      'content'
    ])
    expect(document.content).toEqual([
      { attachment: { contentType: 'application/pdf', size: 11 } }
    ])
  })

  it('of which only the day of filing is known has its first moment', () => {
    const document = mapped(documentRow(1, { indexed: '2024-02-05' }))
    expect(document.indexed).toBe('2024-02-05T00:00:00+00:00')
  })

  it('keeps title, description and type at documents (Ruling R20)', () => {
    const document = mapped(documentRow(1), 'documents')
    expect(document).toMatchObject({
      type: { text: 'the letter we waited for' },
      description: 'Discharge summary',
      content: [{ attachment: { title: 'discharge.pdf' } }]
    })
    expect(JSON.stringify(document)).not.toContain('hearts')
  })

  it.each(['summary', 'detailed'] as const)('is not there at %s', (level) => {
    expect(
      visible(permissionsAt(level), [documentRow(1)], DOCUMENT_KIND)
    ).toEqual([])
  })

  it('restricted is labelled NOPAT for staff (Ruling R17)', () => {
    const [shown] = visible(
      STAFF,
      [marked(documentRow(1), 'RESTRICTED')],
      DOCUMENT_KIND
    )
    expect(shown && toDocumentReference(shown, binaryUrl).meta).toMatchObject({
      security: [{ system: 'http://hl7.org/fhir/v3/ActCode', code: 'NOPAT' }]
    })
  })
})

const describeProfiles = hasSharedFhir ? describe : describe.skip

describeProfiles('its profile', () => {
  it('is kept, whatever is known', async () => {
    const rows = [
      documentRow(1, { custodianId: PRACTICE_ID }),
      documentRow(2, TOO_LARGE),
      documentRow(3, BARE),
      documentRow(4, { indexed: '2024' })
    ]
    expect(await profileErrorsOf(rows.map((row) => mapped(row)))).toEqual([])
  })
})
