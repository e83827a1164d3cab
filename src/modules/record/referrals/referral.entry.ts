import type { Visible } from '../../../policy/record-access.ts'
import type { OrganizationRow } from '../people/people.row.ts'
import type { Party } from '../people/party.ts'
import type { ReferralRow } from './referral.row.ts'

/** A referral with the organisations it names. */
export interface ReferralEntry {
  readonly referral: Visible<ReferralRow>
  readonly organizations: ReadonlyMap<string, OrganizationRow>
}

/** Everybody a referral names. */
export const partiesOf = ({
  requester,
  onBehalfOfId,
  recipients
}: ReferralRow): Party[] => [
  ...(requester ? [requester] : []),
  ...(onBehalfOfId === null
    ? []
    : [{ kind: 'ORGANIZATION' as const, id: onBehalfOfId }]),
  ...recipients
]
