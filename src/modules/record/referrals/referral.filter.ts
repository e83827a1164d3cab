import { ArgsType, Field } from 'type-graphql'
import { AreaArgs } from '../area-args.ts'
import type { ReferralPriority } from './referral.row.ts'
import { ReferralPriorityEnum } from './referral.view.ts'

/** Which referrals are wanted. */
export interface ReferralFilter {
  readonly priority: ReferralPriority
}

@ArgsType()
export class ReferralArgs extends AreaArgs {
  @Field(() => ReferralPriorityEnum, {
    nullable: true,
    description: 'Only those of this urgency.'
  })
  priority?: ReferralPriority | null
}

export const toReferralFilter = ({
  priority
}: ReferralArgs): ReferralFilter | null => (priority ? { priority } : null)
