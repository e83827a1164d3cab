import { describe, expect, it } from '@jest/globals'
import { toImmunization } from '../../../src/modules/record/immunisations/immunisation.fhir.ts'
import {
  IMMUNISATION_KIND,
  type ImmunisationRow
} from '../../../src/modules/record/immunisations/immunisation.row.ts'
import { visible } from '../../../src/policy/record-access.ts'
import {
  PATIENT_ID,
  RECORDER_ID,
  USUAL_GP_ID
} from '../../support/builders/ids.ts'
import {
  IMMUNISATION_TEXTS,
  immunisationRow
} from '../../support/builders/immunisation.ts'
import { BRANCH_ID } from '../../support/builders/people.ts'
import { concept } from '../../support/builders/record.ts'
import {
  marked,
  permissionsAt,
  STAFF,
  type Level
} from '../../support/builders/structured-record.ts'
import { profileErrorsOf } from '../../support/clinical-bundle.ts'
import { hasSharedFhir } from '../../support/fhir-validator.ts'

const mapped = (row: ImmunisationRow, level: Level = 'full') => {
  const [shown] = visible(permissionsAt(level), [row], IMMUNISATION_KIND)
  if (!shown) throw new Error('the policy shows no such row')
  return toImmunization(shown)
}

const NOTHING_MORE = {
  vaccineCode: null,
  parentPresent: null,
  manufacturer: null,
  lotNumber: null,
  expiresOn: null,
  site: null,
  route: null,
  doseQuantity: null,
  protocols: [],
  note: null,
  administeredById: null,
  locationId: null
} as const

const DECLINED = immunisationRow(2, {
  ...NOTHING_MORE,
  notGiven: true,
  reasonsNotGiven: [concept('591000119102', 'Vaccine declined by patient')]
})

const BARE = immunisationRow(3, {
  ...NOTHING_MORE,
  givenOn: null,
  reasons: [],
  recorderId: null
})

const UNKNOWN = {
  system: 'http://hl7.org/fhir/v3/NullFlavor',
  code: 'UNK',
  display: 'unknown'
}

const CARE_CONNECT = 'https://fhir.hl7.org.uk/STU3/StructureDefinition'

describe('Immunization (digest 4.5)', () => {
  it('has every mandatory element', () => {
    const row = immunisationRow(1)
    expect(mapped(row)).toMatchObject({
      id: row.id,
      meta: {
        profile: [
          'https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-Immunization-1'
        ]
      },
      extension: [
        {
          url: `${CARE_CONNECT}/Extension-CareConnect-ParentPresent-1`,
          valueBoolean: true
        },
        {
          url: `${CARE_CONNECT}/Extension-CareConnect-DateRecorded-1`,
          valueDateTime: '2021-06-02T09:30:00+01:00'
        },
        {
          url: `${CARE_CONNECT}/Extension-CareConnect-VaccinationProcedure-1`,
          valueCodeableConcept: { coding: [{ code: '170378007' }] }
        }
      ],
      identifier: row.identifiers,
      status: 'completed',
      notGiven: false,
      vaccineCode: { coding: [{ code: '871751006' }] },
      patient: { reference: `Patient/${PATIENT_ID}` },
      primarySource: true
    })
  })

  it('tells how, where and by whom it was given', () => {
    expect(mapped(immunisationRow(1))).toMatchObject({
      date: '2021-05',
      location: { reference: `Location/${BRANCH_ID}` },
      manufacturer: { display: 'Meadow Vaccines' },
      lotNumber: 'MV-4471',
      expirationDate: '2022-12',
      site: { coding: [{ code: '368209003' }] },
      route: { coding: [{ code: '78421000' }] },
      doseQuantity: { value: 0.5, unit: 'ml', code: 'mL' },
      practitioner: [
        {
          role: { coding: [{ code: 'AP' }] },
          actor: { reference: `Practitioner/${USUAL_GP_ID}` }
        },
        {
          role: { coding: [{ code: 'EP' }] },
          actor: { reference: `Practitioner/${RECORDER_ID}` }
        }
      ],
      note: [{ text: 'felt faint for a moment' }],
      vaccinationProtocol: [
        {
          doseSequence: 1,
          seriesDoses: 2,
          description: 'second after half a year',
          targetDisease: [{ coding: [{ code: '40468003' }] }],
          doseStatus: { coding: [{ code: 'count' }] }
        }
      ]
    })
  })

  it.each([
    ['given', immunisationRow(1), { reason: [{ coding: [{}] }] }],
    ['not given', DECLINED, { reasonNotGiven: [{ coding: [{}] }] }]
  ])(
    'gives reasons for what was %s alone (imm-1, imm-2)',
    (_what, row, own) => {
      const { explanation } = mapped(row)
      expect(explanation).toMatchObject(own)
      expect(Object.keys(explanation ?? {})).toEqual(Object.keys(own))
    }
  )

  it.each([
    ['not known', null, { coding: [UNKNOWN] }],
    [
      'known in words alone',
      { coding: [], text: 'something abroad' },
      { coding: [UNKNOWN], text: 'something abroad' }
    ]
  ])('has NullFlavor UNK for a vaccine %s', (_what, vaccineCode, sent) => {
    const row = immunisationRow(1, { vaccineCode })
    expect(mapped(row).vaccineCode).toEqual(sent)
  })

  it('has no element for what is not known', () => {
    expect(Object.keys(mapped(BARE)).toSorted()).toEqual([
      'extension',
      'id',
      'identifier',
      'meta',
      'notGiven',
      'patient',
      'primarySource',
      'resourceType',
      'status',
      'vaccineCode'
    ])
  })
})

describe('Immunization below full (Ruling R20)', () => {
  it.each(['detailed', 'documents'] as const)('has no words at %s', (level) => {
    const sent = mapped(immunisationRow(1), level)
    const text = JSON.stringify(sent)
    for (const withheld of IMMUNISATION_TEXTS) {
      expect(text).not.toContain(withheld)
    }
    expect(sent).toMatchObject({
      lotNumber: 'MV-4471',
      location: { reference: `Location/${BRANCH_ID}` },
      doseQuantity: { value: 0.5 }
    })
    expect(sent).not.toHaveProperty('manufacturer')
    expect(sent).not.toHaveProperty('note')
  })

  it('has NullFlavor UNK for a disease known in words alone', () => {
    const protocol = {
      doseSequence: 2,
      seriesDoses: null,
      description: null,
      targetDiseases: [{ coding: [], text: 'jaundice' }]
    }
    const row = immunisationRow(1, { protocols: [protocol] })
    expect(mapped(row, 'detailed').vaccinationProtocol).toMatchObject([
      { doseSequence: 2, targetDisease: [{ coding: [UNKNOWN] }] }
    ])
  })

  it('is gone when only words say what was done', () => {
    const procedureCode = { coding: [], text: 'a jab at school' }
    const row = immunisationRow(1, { procedureCode })
    const permissions = permissionsAt('detailed')
    expect(visible(permissions, [row], IMMUNISATION_KIND)).toEqual([])
  })
})

describe('Immunization in staff’s export (Ruling R17)', () => {
  it('is labelled NOPAT when it is restricted', () => {
    const row = marked(immunisationRow(1), 'RESTRICTED')
    const [shown] = visible(STAFF, [row], IMMUNISATION_KIND)
    expect(shown && toImmunization(shown).meta).toMatchObject({
      security: [{ system: 'http://hl7.org/fhir/v3/ActCode', code: 'NOPAT' }]
    })
  })
})

const describeWithValidator = hasSharedFhir ? describe : describe.skip

describeWithValidator(
  'the profile of Immunization (skipped without validator)',
  () => {
    it.each(['detailed', 'full'] as const)('is kept at %s', async (level) => {
      const sent = [immunisationRow(1), DECLINED, BARE].map((row) =>
        mapped(row, level)
      )
      expect(await profileErrorsOf(sent)).toEqual([])
    })
  }
)
