import type { ReferralContent } from '../entry-content.ts'
import { ReferralEntity } from '../referrals/referral.entity.ts'
import { referralDates } from './entry-dates.ts'
import {
  KEPT_ON_UPDATE,
  type EntryTable,
  type EntryToSave
} from './entry-table.service.ts'
import { inBatches, UPSERT } from './clinical-tables.service.ts'

const toReferralRow = ({ content, columns }: EntryToSave<ReferralContent>) => ({
  ...content,
  ...columns,
  services: [...content.services],
  reasons: [...content.reasons],
  recipients: [...content.recipients]
})

export const REFERRAL_TABLE: EntryTable<ReferralContent> = {
  name: 'referral',
  kind: 'REFERRAL',
  dates: referralDates,
  ownPart: (content) => content,
  add: (em, rows) =>
    inBatches(rows.map(toReferralRow), (batch) =>
      em.insertMany(ReferralEntity, batch)
    ),
  replace: (em, rows) =>
    em.upsertMany(ReferralEntity, rows.map(toReferralRow), {
      ...UPSERT,
      onConflictExcludeFields: [...KEPT_ON_UPDATE]
    })
}
