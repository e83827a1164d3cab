import { describe, expect, it } from '@jest/globals'
import { toAllergyIntolerance } from '../../../src/modules/record/allergies/allergy.fhir.ts'
import {
  ALLERGY_KIND,
  type AllergyRow
} from '../../../src/modules/record/allergies/allergy.row.ts'
import { visible } from '../../../src/policy/record-access.ts'
import { gpcExtension } from '../../../src/vocabulary/fhir-system.ts'
import {
  PATIENT_ID,
  RECORDER_ID,
  USUAL_GP_ID
} from '../../support/builders/ids.ts'
import {
  allergyRow,
  concept,
  endedAllergyRow
} from '../../support/builders/record.ts'
import {
  marked,
  permissionsAt,
  STAFF,
  type Level
} from '../../support/builders/structured-record.ts'

const mapped = (row: AllergyRow, level: Level = 'full') => {
  const [shown] = visible(permissionsAt(level), [row], ALLERGY_KIND)
  if (!shown) throw new Error('the policy shows no such row')
  return toAllergyIntolerance(shown)
}

const SEVERITY_ONLY = {
  manifestation: [],
  severity: 'mild',
  exposureRoute: null,
  description: null
} as const

describe('AllergyIntolerance (digest 4.3)', () => {
  it('has every mandatory element', () => {
    const row = allergyRow(1)
    expect(mapped(row)).toMatchObject({
      id: row.id,
      meta: {
        profile: [
          'https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-AllergyIntolerance-1'
        ]
      },
      identifier: row.identifiers,
      clinicalStatus: 'active',
      verificationStatus: 'unconfirmed',
      category: ['medication'],
      patient: { reference: `Patient/${PATIENT_ID}` },
      assertedDate: '2020-03-01T10:00:00+00:00',
      recorder: { reference: `Practitioner/${RECORDER_ID}` }
    })
  })

  it('keeps a partial onset partial (digest 7)', () => {
    expect(mapped(allergyRow(1)).onsetDateTime).toBe('2020-03')
  })

  it.each([
    ['the patient', { assertedByPatient: true }, `Patient/${PATIENT_ID}`],
    [
      'a practitioner',
      { assertedByPatient: false, asserterId: USUAL_GP_ID },
      `Practitioner/${USUAL_GP_ID}`
    ]
  ])('names as asserter %s', (_who, changes, reference) => {
    expect(mapped(allergyRow(1, changes)).asserter).toEqual({ reference })
  })

  it('names no asserter when none is recorded', () => {
    const row = allergyRow(1, { assertedByPatient: false })
    expect(mapped(row)).not.toHaveProperty('asserter')
  })

  it('says how an ended one ended', () => {
    expect(mapped(endedAllergyRow(1))).toMatchObject({
      clinicalStatus: 'resolved',
      extension: [
        {
          url: gpcExtension('AllergyIntoleranceEnd'),
          extension: [
            { url: 'endDate', valueDateTime: '2021-05-01' },
            { url: 'reasonEnded', valueString: 'a test was negative' }
          ]
        }
      ]
    })
  })

  it('has no end without the mandatory date', () => {
    const row = endedAllergyRow(1, { endDate: null })
    expect(mapped(row)).not.toHaveProperty('extension')
  })

  it('sends no text that repeats the display, and any other', () => {
    const code = concept('91936005', 'Allergy to penicillin')
    const same = { ...code, text: 'Allergy to penicillin' }
    expect(mapped(allergyRow(1, { code: same })).code).not.toHaveProperty(
      'text'
    )
    expect(mapped(allergyRow(1)).code?.text).toBe('penicillins, all of them')
  })

  it.each([
    ['medication', '196461000000101'],
    ['environment', '196471000000108']
  ] as const)('known in words alone, of %s, has code %s', (category, code) => {
    const row = allergyRow(1, {
      categories: [category],
      code: { coding: [], text: 'blue pills' }
    })
    expect(mapped(row).code).toMatchObject({
      coding: [{ code }],
      text: 'blue pills'
    })
  })

  it('has NullFlavor NI for a reaction of which only severity is known', () => {
    const [reaction] =
      mapped(allergyRow(1, { reaction: SEVERITY_ONLY })).reaction ?? []
    expect(reaction).toEqual({
      manifestation: [
        {
          coding: [
            {
              system: 'http://hl7.org/fhir/v3/NullFlavor',
              code: 'NI',
              display: 'NoInformation'
            }
          ]
        }
      ],
      severity: 'mild'
    })
  })

  it('carries the chosen SNOMED CT description (digest 7)', () => {
    const code = concept('91936005', 'Allergy to penicillin')
    const [coding] = code.coding
    if (!coding) throw new Error('no coding')
    const described = { ...coding, descriptionId: '151841012' }
    expect(
      mapped(allergyRow(1, { code: { coding: [described], text: null } })).code
    ).toMatchObject({
      coding: [
        {
          extension: [
            {
              url: 'https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-coding-sctdescid',
              extension: [{ url: 'descriptionId', valueId: '151841012' }]
            }
          ]
        }
      ]
    })
  })
})

describe('AllergyIntolerance below full (Ruling R20)', () => {
  it.each(['summary', 'detailed', 'documents'] as const)(
    'has no free text at %s',
    (level) => {
      const allergy = mapped(endedAllergyRow(1), level)
      const text = JSON.stringify(allergy)
      for (const withheld of [
        'told by her mother',
        'within the hour',
        'penicillins, all of them',
        'a test was negative'
      ]) {
        expect(text).not.toContain(withheld)
      }
      expect(allergy).not.toHaveProperty('note')
      expect(allergy.code).toEqual({
        coding: [
          {
            system: 'http://snomed.info/sct',
            code: '91936005',
            display: 'Allergy to penicillin'
          }
        ]
      })
    }
  )

  it('has GP Connect’s words where a text is mandatory', () => {
    expect(mapped(endedAllergyRow(1), 'summary')).toMatchObject({
      extension: [
        {
          extension: [
            { url: 'endDate' },
            { valueString: 'No information available' }
          ]
        }
      ]
    })
  })
})

describe('AllergyIntolerance in staff’s export (Ruling R17)', () => {
  it.each(['RESTRICTED', 'STAFF_CONFIDENTIAL'] as const)(
    '%s is labelled NOPAT',
    (mark) => {
      const [shown] = visible(
        STAFF,
        [marked(allergyRow(1), mark)],
        ALLERGY_KIND
      )
      expect(shown && toAllergyIntolerance(shown).meta).toMatchObject({
        security: [{ system: 'http://hl7.org/fhir/v3/ActCode', code: 'NOPAT' }]
      })
    }
  )

  it('any other has no label', () => {
    expect(mapped(allergyRow(1)).meta).not.toHaveProperty('security')
  })
})
