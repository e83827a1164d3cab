import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { DateTimeScalar } from '../../graphql/types/scalars.ts'
import { enumOf } from '../../graphql/types/enum.ts'
import { ENTRY_MARKS, type EntryMark } from '../../policy/closure.ts'
import type { EntryRow } from './entry-row.ts'

export const EntryMarkEnum = enumOf(ENTRY_MARKS)

registerEnumType(EntryMarkEnum, {
  name: 'EntryMark',
  description: 'What keeps an entry from citizens whatever their level.',
  valuesConfig: {
    DRAFT: { description: 'Recorded in a consultation still being written.' },
    DIARY: { description: 'A diary entry: something planned.' },
    UNFILED: { description: 'A result nobody has filed yet.' },
    UNREVIEWED: { description: 'A document nobody has reviewed yet.' },
    ENTERED_IN_ERROR: { description: 'Recorded by mistake.' },
    RESTRICTED: { description: 'Restricted from View Record by staff.' },
    STAFF_CONFIDENTIAL: { description: 'Confidential to staff.' }
  }
})

@ObjectType({
  description: 'One reason why an entry is not shown to citizens.',
  simpleResolvers: true
})
export class HiddenCauseView {
  @Field(() => EntryMarkEnum, { description: 'The mark.' })
  readonly mark!: EntryMark

  @Field(() => ID, { description: 'The entry on which the mark was set.' })
  readonly originId!: string

  @Field(() => Boolean, {
    description: 'Whether it comes from a related entry.'
  })
  readonly inherited!: boolean
}

@ObjectType({
  description: 'For staff alone: an entry no citizen is shown, and why.',
  simpleResolvers: true
})
export class EntryMarker {
  @Field(() => [HiddenCauseView], {
    description: 'Every mark, own and inherited.'
  })
  readonly causes!: readonly HiddenCauseView[]

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was restricted, if it was itself.'
  })
  readonly restrictedAt!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Who restricted it, if it was itself.'
  })
  readonly restrictedBy!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Why it was restricted, if it was itself.'
  })
  readonly restrictedReason!: string | null
}

/** Null for what citizens may be shown, so always null for citizens. */
export const toEntryMarker = (row: EntryRow): EntryMarker | null =>
  row.hiddenBy.length === 0
    ? null
    : {
        causes: row.hiddenBy,
        restrictedAt: row.restrictedAt,
        restrictedBy: row.restrictedBy,
        restrictedReason: row.restrictedReason
      }
