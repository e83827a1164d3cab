import type { EntryFacts } from '../../../policy/record-access.ts'
import type { Area } from '../area.ts'
import { practitionersAmong } from '../people/party.ts'
import { partiesOf, type ReferralEntry } from './referral.entry.ts'
import type { ReferralFilter } from './referral.filter.ts'
import { loadReferrals } from './referral.loader.ts'
import { toReferralView, type Referral } from './referral.view.ts'

export const referralArea: Area<
  ReferralEntry,
  Referral,
  EntryFacts,
  ReferralFilter
> = {
  area: 'REFERRALS',
  load: loadReferrals,
  position: ({ referral: { clinicalDate, id } }) => ({ clinicalDate, id }),
  practitionerIds: ({ referral }) => practitionersAmong(partiesOf(referral)),
  toView: toReferralView
}
