import type { Disclosure } from '../../../policy/disclosure.ts'
import type { EntryKind } from '../../../policy/record-access.ts'
import type { CodeableConcept } from '../../../vocabulary/coding.ts'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'
import { ENTRY_ROW_DISCLOSURE, type EntryRow } from '../entry-row.ts'
import type { Party } from '../people/party.ts'

/** Codes of GPConnect-RequestPriority-1. */
export type ReferralPriority = 'routine' | 'urgent' | 'asap'

/** A referral to somebody else, as it is read. */
export interface ReferralRow extends EntryRow {
  readonly authoredOn: PartialDate
  readonly priority: ReferralPriority | null
  readonly type: CodeableConcept | null
  readonly services: readonly CodeableConcept[]
  readonly reasons: readonly CodeableConcept[]
  readonly specialty: CodeableConcept | null
  readonly description: string | null
  readonly note: string | null
  readonly requester: Party | null
  /** Organisation the requester acted for. */
  readonly onBehalfOfId: string | null
  readonly recipients: readonly Party[]
}

const PARTY_DISCLOSURE = {
  kind: 'always',
  id: 'always'
} as const satisfies Disclosure<Party>

/** No code is essential: that somebody was referred, when and to whom, is. */
const REFERRAL_DISCLOSURE: Disclosure<ReferralRow> = {
  ...ENTRY_ROW_DISCLOSURE,
  authoredOn: 'always',
  priority: 'always',
  type: 'codings',
  services: 'codings',
  reasons: 'codings',
  specialty: 'codings',
  description: 'full-only',
  note: 'full-only',
  requester: { parts: PARTY_DISCLOSURE },
  onBehalfOfId: 'always',
  recipients: { parts: PARTY_DISCLOSURE }
}

export const REFERRAL_KIND: EntryKind<ReferralRow> = {
  facts: ({ clinicalDate, recordedDate, hiddenBy }) => ({
    area: 'REFERRALS',
    clinicalDate,
    recordedDate,
    hiddenBy
  }),
  disclosure: REFERRAL_DISCLOSURE
}
