import { describe, expect, it } from '@jest/globals'
import { toReferralRequest } from '../../../src/modules/record/referrals/referral.fhir.ts'
import {
  REFERRAL_KIND,
  type ReferralRow
} from '../../../src/modules/record/referrals/referral.row.ts'
import { visible } from '../../../src/policy/record-access.ts'
import {
  PATIENT_ID,
  PRACTICE_ID,
  USUAL_GP_ID
} from '../../support/builders/ids.ts'
import { HOSPITAL_ID } from '../../support/builders/people.ts'
import { REFERRAL_TEXTS, referralRow } from '../../support/builders/referral.ts'
import {
  marked,
  permissionsAt,
  STAFF,
  type Level
} from '../../support/builders/structured-record.ts'
import { profileErrorsOf } from '../../support/clinical-bundle.ts'
import { hasSharedFhir } from '../../support/fhir-validator.ts'

const mapped = (row: ReferralRow, level: Level = 'full') => {
  const [shown] = visible(permissionsAt(level), [row], REFERRAL_KIND)
  if (!shown) throw new Error('the policy shows no such row')
  return toReferralRequest(shown)
}

const BARE = referralRow(2, {
  priority: null,
  type: null,
  services: [],
  reasons: [],
  specialty: null,
  description: null,
  note: null,
  requester: null,
  onBehalfOfId: null,
  recipients: []
})

describe('ReferralRequest (digest 4.9)', () => {
  it('has every mandatory element', () => {
    const row = referralRow(1)
    expect(mapped(row)).toMatchObject({
      id: row.id,
      meta: {
        profile: [
          'https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-ReferralRequest-1'
        ]
      },
      identifier: row.identifiers,
      status: 'unknown',
      intent: 'order',
      subject: { reference: `Patient/${PATIENT_ID}` }
    })
  })

  it('tells what was asked, of whom, by whom and why', () => {
    expect(mapped(referralRow(1))).toMatchObject({
      priority: 'urgent',
      authoredOn: '2022-03-04T10:15:00+00:00',
      serviceRequested: [{ coding: [{ code: '183524004' }] }],
      specialty: { coding: [{ code: '394579002' }] },
      requester: {
        agent: { reference: `Practitioner/${USUAL_GP_ID}` },
        onBehalfOf: { reference: `Organization/${PRACTICE_ID}` }
      },
      recipient: [{ reference: `Organization/${HOSPITAL_ID}` }],
      reasonCode: [{ coding: [{ code: '80313002' }] }],
      description: 'please see her soon',
      note: [{ text: 'prefers mornings' }]
    })
  })

  it('never has a type, which GP Connect leaves out', () => {
    expect(mapped(referralRow(1))).not.toHaveProperty('type')
  })

  it('has no requester of whom only the organisation is known', () => {
    const row = referralRow(1, { requester: null })
    expect(mapped(row)).not.toHaveProperty('requester')
  })

  it('has no element for what is not known', () => {
    expect(Object.keys(mapped(BARE)).toSorted()).toEqual([
      'authoredOn',
      'id',
      'identifier',
      'intent',
      'meta',
      'resourceType',
      'status',
      'subject'
    ])
  })
})

describe('ReferralRequest below full (Ruling R20)', () => {
  it.each(['detailed', 'documents'] as const)('has no words at %s', (level) => {
    const sent = mapped(referralRow(1), level)
    const text = JSON.stringify(sent)
    for (const withheld of REFERRAL_TEXTS) expect(text).not.toContain(withheld)
    expect(sent).toMatchObject({
      priority: 'urgent',
      recipient: [{ reference: `Organization/${HOSPITAL_ID}` }],
      reasonCode: [{ coding: [{ code: '80313002' }] }]
    })
    expect(sent).not.toHaveProperty('description')
    expect(sent).not.toHaveProperty('note')
  })

  it('has no reason when only words say why', () => {
    const reasons = [{ coding: [], text: 'sore after a fall' }]
    const sent = mapped(referralRow(1, { reasons }), 'detailed')
    expect(sent).not.toHaveProperty('reasonCode')
  })
})

describe('ReferralRequest in staff’s export (Ruling R17)', () => {
  it('is labelled NOPAT when it is restricted', () => {
    const row = marked(referralRow(1), 'RESTRICTED')
    const [shown] = visible(STAFF, [row], REFERRAL_KIND)
    expect(shown && toReferralRequest(shown).meta).toMatchObject({
      security: [{ system: 'http://hl7.org/fhir/v3/ActCode', code: 'NOPAT' }]
    })
  })
})

const describeWithValidator = hasSharedFhir ? describe : describe.skip

describeWithValidator(
  'the profile of ReferralRequest (skipped without validator)',
  () => {
    it.each(['detailed', 'full'] as const)('is kept at %s', async (level) => {
      const sent = [referralRow(1), BARE].map((row) => mapped(row, level))
      expect(await profileErrorsOf(sent)).toEqual([])
    })
  }
)
