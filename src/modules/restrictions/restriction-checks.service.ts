import type { EntityManager } from '@mikro-orm/postgresql'
import { validate as isUuid } from 'uuid'
import { databaseOf } from '../../database/sql.ts'
import type { HiddenById, PatientKey } from '../record/area.ts'
import { loadHidden } from '../record/closure.loader.ts'
import {
  loadEntryPlaces,
  type EntryPlace
} from '../record/entry-place.loader.ts'
import { loadEntryParts } from './entry-part.loader.ts'
import {
  MAX_RESTRICTED_AT_ONCE,
  MAX_RESTRICTION_REASON,
  restrictionError,
  type RestrictionError
} from './restriction.errors.ts'

/** Entries of one patient to restrict, or to lift the restriction of. */
export interface RestrictionRequest {
  readonly ids: readonly string[]
  readonly reason: string
}

/** Control characters, but for tabs and line ends, and half characters. */
const NOT_PRINTABLE = /[^\P{Cc}\t\r\n]|\p{Cs}/u

/** What is wrong whatever the record holds. */
export const requestErrors = ({
  ids,
  reason
}: RestrictionRequest): RestrictionError[] => {
  const errors: RestrictionError[] = []
  const field = ['input', 'reason']
  if (!reason.trim()) {
    errors.push(restrictionError('REASON_REQUIRED', { field }))
  }
  if (reason.length > MAX_RESTRICTION_REASON) {
    errors.push(restrictionError('REASON_TOO_LONG', { field }))
  }
  if (NOT_PRINTABLE.test(reason)) {
    errors.push(restrictionError('REASON_NOT_PRINTABLE', { field }))
  }
  if (ids.length === 0) {
    errors.push(restrictionError('NO_ENTRIES', { field: ['input', 'ids'] }))
  }
  if (ids.length > MAX_RESTRICTED_AT_ONCE) {
    errors.push(
      restrictionError('TOO_MANY_ENTRIES', { field: ['input', 'ids'] })
    )
  }
  return errors
}

/** What of the record a request names, before it is changed. */
export interface NamedEntries {
  readonly places: ReadonlyMap<string, EntryPlace>
  readonly parts: ReadonlyMap<string, string>
  readonly hidden: HiddenById
}

export const readNamedEntries = async (
  em: EntityManager,
  patient: PatientKey,
  ids: readonly string[]
): Promise<NamedEntries> => {
  const db = databaseOf(em)
  const known = ids.filter((id) => isUuid(id))
  const hidden = await loadHidden(db, [patient])
  return {
    places: await loadEntryPlaces(db, patient, known),
    parts: await loadEntryParts(db, patient, known),
    hidden: hidden.get(patient.patientId) ?? new Map()
  }
}

/** Every id that is not an entry of this patient. */
export const idErrors = (
  { ids }: RestrictionRequest,
  { places, parts }: NamedEntries
): RestrictionError[] =>
  ids.flatMap((id, index) => {
    if (places.has(id)) return []
    const field = ['input', 'ids', String(index)]
    const whole = parts.get(id)
    return whole === undefined
      ? [restrictionError('ENTRY_UNKNOWN', { field })]
      : [restrictionError('PART_OF_ENTRY', { field, insteadId: whole })]
  })

/** What is hidden with another entry is not lifted by itself (Ruling R16). */
export const inheritedErrors = (
  { ids }: RestrictionRequest,
  { places, hidden }: NamedEntries
): RestrictionError[] =>
  ids.flatMap((id, index) => {
    if (places.get(id)?.restricted !== false) return []
    const origin = hidden
      .get(id)
      ?.find(({ mark, inherited }) => inherited && mark === 'RESTRICTED')
    const field = ['input', 'ids', String(index)]
    return origin
      ? [
          restrictionError('INHERITED_RESTRICTION', {
            field,
            insteadId: origin.originId
          })
        ]
      : []
  })
