import {
  Field,
  ID,
  InputType,
  ObjectType,
  registerEnumType
} from 'type-graphql'
import { ClinicalAreaEnum } from '../../graphql/types/clinical-area.ts'
import { enumOf } from '../../graphql/types/enum.ts'
import { LocalDateScalar } from '../../graphql/types/scalars.ts'
import { UserError } from '../../graphql/types/user-error.ts'
import type { ClinicalArea } from '../../vocabulary/clinical-area.ts'
import { EntryMarker } from '../record/entry-marker.view.ts'
import { ENTRY_PLACES, type EntryKindName } from '../record/entry-kinds.ts'
import { EntryKindEnum } from '../record/entry-kind.view.ts'
import {
  RESTRICTION_ERROR_CODES,
  type RestrictionError,
  type RestrictionErrorCode
} from './restriction.errors.ts'
import type { RestrictedPlace } from './restriction.service.ts'

const RestrictionErrorCodeEnum = enumOf(RESTRICTION_ERROR_CODES)

registerEnumType(RestrictionErrorCodeEnum, {
  name: 'RestrictionErrorCode',
  description: 'Why entries were not restricted, or a restriction not lifted.',
  valuesConfig: {
    ENTRY_UNKNOWN: { description: 'The record has no such entry.' },
    PART_OF_ENTRY: { description: 'Only the whole entry can be restricted.' },
    INHERITED_RESTRICTION: {
      description: 'It is another entry that is restricted.'
    },
    REASON_REQUIRED: { description: 'A reason has to be given.' },
    REASON_TOO_LONG: { description: 'The reason is too long.' },
    REASON_NOT_PRINTABLE: { description: 'The reason has control characters.' },
    TOO_MANY_ENTRIES: { description: 'Too many entries at once.' },
    NO_ENTRIES: { description: 'No entry is named.' }
  }
})

@InputType({ description: 'Entries of one record, and why.' })
export class RecordEntriesInput {
  @Field(() => [ID], { description: 'The entries, at most 100.' })
  readonly ids!: readonly string[]

  @Field(() => String, {
    description: 'Why, for staff and the audit; at most 500 characters.'
  })
  readonly reason!: string
}

@ObjectType({
  description: 'For staff: an entry, and what hides it from citizens now.',
  simpleResolvers: true
})
export class RestrictedEntry {
  @Field(() => ID, { description: 'Its id in the record.' })
  readonly id!: string

  @Field(() => EntryKindEnum, { description: 'What it is.' })
  readonly kind!: EntryKindName

  @Field(() => ClinicalAreaEnum, {
    nullable: true,
    description: 'Where in the record it is; null for what is in no area.'
  })
  readonly area!: ClinicalArea | null

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When it happened.'
  })
  readonly clinicalDate!: string | null

  @Field(() => Boolean, {
    description: 'Whether it is restricted itself, not with another entry.'
  })
  readonly restricted!: boolean

  @Field(() => EntryMarker, {
    nullable: true,
    description: 'Everything that hides it; null when nothing does.'
  })
  readonly marker!: EntryMarker | null
}

@ObjectType({
  implements: UserError,
  description: 'Why entries were not restricted, or a restriction not lifted.',
  simpleResolvers: true
})
export class RestrictionUserError
  extends UserError
  implements RestrictionError
{
  @Field(() => RestrictionErrorCodeEnum, { description: 'Which error.' })
  readonly code!: RestrictionErrorCode

  @Field(() => ID, {
    nullable: true,
    description: 'The entry to name instead, where there is one.'
  })
  readonly insteadId!: string | null
}

@ObjectType({
  description: 'What a change of restrictions did.',
  simpleResolvers: true
})
export class RestrictionPayload {
  @Field(() => [RestrictedEntry], {
    nullable: true,
    description: 'The entries as they are now; null when it was refused.'
  })
  readonly entries!: readonly RestrictedEntry[] | null

  @Field(() => [RestrictedEntry], {
    description: 'Others that are hidden, or shown again, with them.'
  })
  readonly alsoChanged!: readonly RestrictedEntry[]

  @Field(() => [RestrictedEntry], {
    description: 'Others that are only linked with them, and stay as they are.'
  })
  readonly linked!: readonly RestrictedEntry[]

  @Field(() => [RestrictionUserError], {
    description: 'Everything that is wrong; then nothing was changed.'
  })
  readonly userErrors!: readonly RestrictionUserError[]
}

export const toRestrictedEntry = ({
  place,
  hiddenBy
}: RestrictedPlace): RestrictedEntry => ({
  id: place.id,
  kind: place.kind,
  area: ENTRY_PLACES[place.kind].area,
  clinicalDate: place.clinicalDate,
  restricted: place.restricted,
  marker:
    hiddenBy.length === 0
      ? null
      : {
          causes: hiddenBy,
          restrictedAt: place.restrictedAt,
          restrictedBy: place.restrictedBy,
          restrictedReason: place.restrictedReason
        }
})
