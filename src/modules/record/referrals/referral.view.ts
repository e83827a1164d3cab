import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { CodeableConceptView } from '../../../graphql/types/coding.view.ts'
import { PartialDateScalar } from '../../../graphql/types/scalars.ts'
import type { ViewContext } from '../area.ts'
import type { Party } from '../people/party.ts'
import { findPractitioner } from '../people/practitioner.view.ts'
import { RecordEntry, toRecordEntry } from '../record-entry.view.ts'
import type { ReferralEntry } from './referral.entry.ts'
import type { ReferralPriority } from './referral.row.ts'

export const ReferralPriorityEnum = {
  ROUTINE: 'routine',
  URGENT: 'urgent',
  ASAP: 'asap'
}
const ReferralPartyKindEnum = {
  PRACTITIONER: 'PRACTITIONER',
  ORGANISATION: 'ORGANIZATION'
}

registerEnumType(ReferralPriorityEnum, {
  name: 'ReferralPriority',
  description: 'How urgent a referral is.',
  valuesConfig: {
    ROUTINE: { description: 'In its turn.' },
    URGENT: { description: 'Before routine ones.' },
    ASAP: { description: 'As soon as possible.' }
  }
})
registerEnumType(ReferralPartyKindEnum, {
  name: 'ReferralPartyKind',
  description: 'What a party to a referral is.',
  valuesConfig: {
    PRACTITIONER: { description: 'A health or care professional.' },
    ORGANISATION: { description: 'An organisation.' }
  }
})

@ObjectType('ReferralParty', {
  description: 'Who refers, or is referred to.',
  simpleResolvers: true
})
export class ReferralPartyView implements Party {
  @Field(() => ID, { description: 'The same id as in FHIR.' })
  readonly id!: string

  @Field(() => ReferralPartyKindEnum, { description: 'A person or not.' })
  readonly kind!: Party['kind']

  @Field(() => String, { description: 'The name.' })
  readonly name!: string
}

@ObjectType({
  implements: RecordEntry,
  description: 'A referral to another professional or organisation.',
  simpleResolvers: true
})
export class Referral extends RecordEntry {
  @Field(() => PartialDateScalar, {
    description: 'When it was made; the clinical date.'
  })
  readonly authoredOn!: string

  @Field(() => ReferralPriorityEnum, {
    nullable: true,
    description: 'How urgent it is.'
  })
  readonly priority!: ReferralPriority | null

  @Field(() => CodeableConceptView, {
    nullable: true,
    description: 'What kind of referral it is.'
  })
  readonly type!: CodeableConceptView | null

  @Field(() => [CodeableConceptView], { description: 'What is asked for.' })
  readonly services!: readonly CodeableConceptView[]

  @Field(() => [CodeableConceptView], { description: 'Why it was made.' })
  readonly reasons!: readonly CodeableConceptView[]

  @Field(() => CodeableConceptView, {
    nullable: true,
    description: 'The specialty it goes to.'
  })
  readonly specialty!: CodeableConceptView | null

  @Field(() => String, {
    nullable: true,
    description: 'Description in words; only at full.'
  })
  readonly description!: string | null

  @Field(() => String, { nullable: true, description: 'Notes; only at full.' })
  readonly note!: string | null

  @Field(() => ReferralPartyView, {
    nullable: true,
    description: 'Who refers.'
  })
  readonly requester!: ReferralPartyView | null

  @Field(() => ReferralPartyView, {
    nullable: true,
    description: 'The organisation that the requester acts for.'
  })
  readonly onBehalfOf!: ReferralPartyView | null

  @Field(() => [ReferralPartyView], { description: 'Who is referred to.' })
  readonly recipients!: readonly ReferralPartyView[]
}

const findParty = (
  { organizations }: ReferralEntry,
  party: Party | null,
  { practitioners }: ViewContext
): ReferralPartyView | null => {
  if (!party) return null
  const { kind, id } = party
  const found =
    kind === 'PRACTITIONER'
      ? findPractitioner(practitioners, id)
      : organizations.get(id)
  return found ? { id, kind, name: found.name } : null
}

export const toReferralView = (
  entry: ReferralEntry,
  context: ViewContext
): Referral => {
  const { referral: row } = entry
  const partyOf = (party: Party | null) => findParty(entry, party, context)
  return {
    ...toRecordEntry(row, { kind: 'REFERRAL', area: 'REFERRALS' }, context),
    authoredOn: row.authoredOn,
    priority: row.priority,
    type: row.type,
    services: row.services,
    reasons: row.reasons,
    specialty: row.specialty,
    description: row.description,
    note: row.note,
    requester: partyOf(row.requester),
    onBehalfOf: partyOf(
      row.onBehalfOfId === null
        ? null
        : { kind: 'ORGANIZATION', id: row.onBehalfOfId }
    ),
    recipients: row.recipients.flatMap((party) => partyOf(party) ?? [])
  }
}
