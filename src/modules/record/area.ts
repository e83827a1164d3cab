import type { Database } from '../../database/sql.ts'
import type { HiddenCause } from '../../policy/closure.ts'
import type { RecordPermissions } from '../../policy/effective-permissions.ts'
import type { EntryFacts } from '../../policy/record-access.ts'
import type { ClinicalArea } from '../../vocabulary/clinical-area.ts'
import type { LocalDate } from '../../vocabulary/partial-date.ts'
import type { PractitionerRow } from './people/people.row.ts'

/** A patient's place in every clinical table. */
export interface PatientKey {
  readonly practiceId: string
  readonly patientId: string
}

/** Where a page starts: just after this entry in the area's order. */
export interface EntryPosition {
  readonly clinicalDate: LocalDate | null
  readonly id: string
}

/** What to read of an area, for any number of patients at once. */
export interface EntryRequest<Filter = unknown> {
  readonly permissions: RecordPermissions
  /** These alone, if they are in the area; null for all. */
  readonly ids: readonly string[] | null
  /** The area's own conditions; null for none. */
  readonly filter: Filter | null
  /** Clinical date, inclusive; partial dates overlap; undated entries stay. */
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  /** Null reads all, as an export does. */
  readonly page: {
    readonly first: number
    readonly after: EntryPosition | null
  } | null
  /** Also report facts of hidden entries in reach, for list warnings (R18). */
  readonly withHidden: boolean
  /** Also read the practitioners that the entries name. */
  readonly withPractitioners: boolean
}

/** Hidden parts of one patient's record with their causes (Ruling R16). */
export type HiddenById = ReadonlyMap<string, readonly HiddenCause[]>

export interface EntryBatch<Filter = unknown> extends EntryRequest<Filter> {
  readonly patients: readonly PatientKey[]
  readonly hidden: ReadonlyMap<string, HiddenById>
}

/**
 * What was read for one patient, in the area's order. `Candidate`: what an
 * area needs besides facts to tell which List an entry would stand in.
 */
export interface LoadedEntries<
  Entry,
  Candidate extends EntryFacts = EntryFacts
> {
  readonly entries: readonly Entry[]
  readonly hasMore: boolean
  /**
   * The last that was read, when more follows: of a row that the level left
   * nothing of too, so that a page can go on from there (Ruling R20).
   */
  readonly end: EntryPosition | null
  /** Facts of all that is in reach, hidden or not; empty unless asked for. */
  readonly candidates: readonly Candidate[]
}

export type PractitionersById = ReadonlyMap<string, PractitionerRow>

/** Entries with the practitioners they name, if those were asked for. */
export interface PeopledEntries<
  Entry,
  Candidate extends EntryFacts = EntryFacts
> extends LoadedEntries<Entry, Candidate> {
  readonly practitioners: PractitionersById
}

/** Whose record an entry is of, and with what permissions it was read. */
export interface EntryScope {
  readonly patient: PatientKey
  readonly permissions: RecordPermissions
}

/** What a view is made with besides the entry. */
export interface ViewContext {
  readonly practitioners: PractitionersById
  readonly scope: EntryScope
}

/**
 * One clinical area of the record. `Entry` is made of `Visible` rows only, so
 * neither mapper can be given what the policy held back. Its FHIR mapper is
 * registered in `fhir-export/area-mappers.ts`.
 */
export interface Area<
  Entry,
  View,
  Candidate extends EntryFacts = EntryFacts,
  Filter = never
> {
  readonly area: ClinicalArea
  /** One flat statement per level of nesting, whatever the record's size. */
  load(
    db: Database,
    batch: EntryBatch<Filter>
  ): Promise<ReadonlyMap<string, LoadedEntries<Entry, Candidate>>>
  /** Where the entry stands in the area's order, for cursors. */
  position(entry: Entry): EntryPosition
  /** Practitioners the view names. */
  practitionerIds(entry: Entry): readonly string[]
  toView(entry: Entry, context: ViewContext): View
}
