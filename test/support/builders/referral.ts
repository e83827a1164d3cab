import type { ReferralContent } from '../../../src/modules/record/entry-content.ts'
import type { ReferralRow } from '../../../src/modules/record/referrals/referral.row.ts'
import { idOf, PRACTICE_ID, USUAL_GP_ID } from './ids.ts'
import { HOSPITAL_ID } from './people.ts'
import { concept, entryRow } from './record.ts'

/** Every element filled, with every text that can be withheld. */
const CLINICAL = {
  authoredOn: '2022-03-04T10:15:00+00:00',
  priority: 'urgent',
  type: concept('103696004', 'Patient referral to specialist'),
  services: [concept('183524004', 'Referral to cardiology', 'heart clinic')],
  reasons: [concept('80313002', 'Palpitations', 'thumping at night')],
  specialty: concept('394579002', 'Cardiology', 'heart specialists'),
  description: 'please see her soon',
  note: 'prefers mornings'
} as const

/** Words of a referral that only full shows (Ruling R20). */
export const REFERRAL_TEXTS = [
  'heart clinic',
  'thumping at night',
  'heart specialists',
  'please see her soon',
  'prefers mornings'
]

export const referralRow = (
  number: number,
  changes: Partial<ReferralRow> = {}
): ReferralRow => ({
  ...entryRow(idOf(0, number), '2022-03-04'),
  ...CLINICAL,
  requester: { kind: 'PRACTITIONER', id: USUAL_GP_ID },
  onBehalfOfId: PRACTICE_ID,
  recipients: [{ kind: 'ORGANIZATION', id: HOSPITAL_ID }],
  ...changes
})

export const referralContent = (
  value: string,
  changes: Partial<ReferralContent> = {}
): ReferralContent => ({
  identifiers: [{ system: 'https://supplier.example', value }],
  restricted: false,
  staffConfidential: false,
  enteredInError: false,
  ...CLINICAL,
  requester: null,
  onBehalfOfId: null,
  recipients: [],
  ...changes
})
