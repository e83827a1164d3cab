/** Why entries were not restricted, or a restriction not lifted. */
export const RESTRICTION_ERROR_CODES = [
  'ENTRY_UNKNOWN',
  'PART_OF_ENTRY',
  'INHERITED_RESTRICTION',
  'REASON_REQUIRED',
  'REASON_TOO_LONG',
  'REASON_NOT_PRINTABLE',
  'TOO_MANY_ENTRIES',
  'NO_ENTRIES'
] as const

export type RestrictionErrorCode = (typeof RESTRICTION_ERROR_CODES)[number]

/** One thing that is wrong, and where in the arguments. */
export interface RestrictionError {
  readonly code: RestrictionErrorCode
  readonly message: string
  readonly field: readonly string[]
  /** The entry to restrict, or lift, instead; null where there is none. */
  readonly insteadId: string | null
}

export const MAX_RESTRICTED_AT_ONCE = 100
export const MAX_RESTRICTION_REASON = 500

const MESSAGES = {
  ENTRY_UNKNOWN: 'The record has no such entry.',
  PART_OF_ENTRY: 'Entries are restricted whole; this is a part of one.',
  INHERITED_RESTRICTION:
    'It is hidden with another entry; lift the restriction of that one.',
  REASON_REQUIRED: 'Say why.',
  REASON_TOO_LONG: `The reason may have at most ${MAX_RESTRICTION_REASON} characters.`,
  REASON_NOT_PRINTABLE: 'The reason may not have control characters.',
  TOO_MANY_ENTRIES: `At most ${MAX_RESTRICTED_AT_ONCE} entries at once.`,
  NO_ENTRIES: 'Name at least one entry.'
} as const satisfies Record<RestrictionErrorCode, string>

export const restrictionError = (
  code: RestrictionErrorCode,
  at: { field: readonly string[]; insteadId?: string }
): RestrictionError => ({
  code,
  message: MESSAGES[code],
  field: at.field,
  insteadId: at.insteadId ?? null
})
