import fc from 'fast-check'
import {
  ENTRY_MARKS,
  type EntryMark,
  type LinkKind,
  type RecordLink
} from '../../src/policy/closure.ts'
import type {
  PatientRecordAccess,
  PracticeRecordAccess,
  SwitchState
} from '../../src/policy/record-access-switches.ts'
import {
  CLINICAL_AREAS_IN_ORDER,
  type ClinicalArea
} from '../../src/vocabulary/clinical-area.ts'
import { addDays } from '../../src/vocabulary/partial-date.ts'
import type { Result } from '../../src/vocabulary/result.ts'

/** The day after a leap day, so that days nearby cross a month's odd end. */
export const TODAY = '2024-03-01'

/** No switch starts, and none was changed, longer ago than this. */
export const HORIZON_DAYS = 420

/** The value of a result that a test knows to be good. */
export const parsed = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error('a test value does not parse')
  return result.value
}

/** Mostly within days of today, where mistakes by one show. */
export const nearbyDay: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 7, arbitrary: fc.integer({ min: -4, max: 4 }) },
    { weight: 1, arbitrary: fc.constantFrom(-400, -31, 31, 400) }
  )
  .map((offset) => addDays(TODAY, offset))

/** What a record's date column may hold: exact, partial, timed or nothing. */
export const recordedMoment: fc.Arbitrary<string | null> = fc.oneof(
  { weight: 8, arbitrary: nearbyDay },
  { weight: 2, arbitrary: fc.constant(null) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '1931',
      '2023',
      '2024',
      '2025',
      '2024-02',
      '2024-03',
      '2024-04',
      '2024-02-29T23:59:59Z',
      '2024-03-01T00:30:00+01:00',
      '2024-07-01T23:30:00Z'
    )
  }
)

const changedOn = fc.option(nearbyDay)

const plainSwitch: fc.Arbitrary<SwitchState> = fc.record({
  enabled: fc.boolean(),
  startDate: fc.constant(null),
  changedOn
})

const datedSwitch = (
  startDate: fc.Arbitrary<string | null>
): fc.Arbitrary<SwitchState> =>
  fc
    .record({ enabled: fc.boolean(), startDate, changedOn })
    .map((state) => (state.enabled ? state : { ...state, startDate: null }))

/** Any combination of switches, Ruling R2's dependency not looked at. */
export const freePracticeAccess: fc.Arbitrary<PracticeRecordAccess> = fc.record(
  {
    SUMMARY: plainSwitch,
    DETAILED_CODED: plainSwitch,
    DOCUMENT: plainSwitch,
    FULL_RECORD: datedSwitch(fc.option(nearbyDay))
  }
)

export const freePatientAccess: fc.Arbitrary<PatientRecordAccess> = fc.record({
  SUMMARY: plainSwitch,
  DETAILED_CODED: plainSwitch,
  DOCUMENT: plainSwitch,
  FULL_RECORD: datedSwitch(fc.option(nearbyDay)),
  PROSPECTIVE: datedSwitch(nearbyDay)
})

/** Ruling R2: `DOCUMENT` only while `DETAILED_CODED` is on. */
const withDependency = <Access extends PracticeRecordAccess>(
  access: Access
): Access => ({
  ...access,
  DOCUMENT: {
    ...access.DOCUMENT,
    enabled: access.DOCUMENT.enabled && access.DETAILED_CODED.enabled
  }
})

export const practiceAccess: fc.Arbitrary<PracticeRecordAccess> =
  freePracticeAccess.map(withDependency)

export const patientAccess: fc.Arbitrary<PatientRecordAccess> =
  freePatientAccess.map(withDependency)

/** Practice and patient, and now and then a proxy, on one day. */
export const sides = fc.record({
  practice: practiceAccess,
  patient: patientAccess,
  today: fc.constant(TODAY)
})

export const sidesWithProxy = fc.record({
  practice: practiceAccess,
  patient: patientAccess,
  proxy: patientAccess,
  today: fc.constant(TODAY)
})

const nothingUndated = <Access extends PracticeRecordAccess>(
  access: Access
): Access => ({
  ...access,
  SUMMARY: { ...access.SUMMARY, enabled: false },
  DETAILED_CODED: { ...access.DETAILED_CODED, enabled: false },
  DOCUMENT: { ...access.DOCUMENT, enabled: false }
})

/** Only what has a start is on: here dates alone decide what is seen. */
export const datedSides = sides.map((access) => ({
  ...access,
  patient: nothingUndated(access.patient)
}))

export const anySides = fc.oneof(sides, sidesWithProxy, datedSides)

/** Half of all entries carry nothing, else little of a record is left. */
const entryMarks: fc.Arbitrary<EntryMark[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<EntryMark[]>([]) },
  {
    weight: 1,
    arbitrary: fc.uniqueArray(fc.constantFrom(...ENTRY_MARKS), {
      minLength: 1,
      maxLength: 2
    })
  }
)

/** An entry as its source recorded it: dates may be partial. */
export interface RecordedEntry {
  readonly id: string
  readonly area: ClinicalArea
  readonly clinical: string | null
  readonly recorded: string | null
  readonly marks: readonly EntryMark[]
}

/** Links may lead to parts that are no entries themselves, as a binary is. */
export interface RecordGraph {
  readonly entries: readonly RecordedEntry[]
  readonly links: readonly RecordLink[]
}

const EVERY_LINK_KIND: Record<LinkKind, LinkKind> = {
  CONSULTATION_CONTAINS: 'CONSULTATION_CONTAINS',
  PROBLEM_ACTUAL_ENTRY: 'PROBLEM_ACTUAL_ENTRY',
  REPORT_PART: 'REPORT_PART',
  DOCUMENT_BINARY: 'DOCUMENT_BINARY',
  COURSE_ISSUE: 'COURSE_ISSUE',
  OBSERVATION_COMPONENT: 'OBSERVATION_COMPONENT'
}

const linkKind = fc.constantFrom(...Object.values(EVERY_LINK_KIND))

/** One entry; medications are commonest, as courses bring each other along. */
const entryOf = (id: string): fc.Arbitrary<RecordedEntry> =>
  fc.record({
    id: fc.constant(id),
    area: fc.oneof(
      fc.constant<ClinicalArea>('MEDICATIONS'),
      fc.constantFrom(...CLINICAL_AREAS_IN_ORDER)
    ),
    clinical: recordedMoment,
    recorded: recordedMoment,
    marks: entryMarks
  })

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

/** Courses and their issues are medications; all else may hang together
 * anyhow, in circles too. */
const isPossible = (
  { kind, whole, part }: RecordLink,
  entries: readonly RecordedEntry[]
): boolean =>
  kind !== 'COURSE_ISSUE' ||
  entries
    .filter(({ id }) => id === whole || id === part)
    .every(({ area }) => area === 'MEDICATIONS')

const anyId = fc.constantFrom(...IDS, 'no-entry')

export const recordLinks: fc.Arbitrary<RecordLink[]> = fc.array(
  fc.record({ kind: linkKind, whole: anyId, part: anyId }),
  { maxLength: 7 }
)

const tangledGraph: fc.Arbitrary<RecordGraph> = fc
  .record({
    entries: fc
      .tuple(...IDS.map(entryOf))
      .chain((entries) => fc.subarray(entries, { minLength: 1 })),
    links: recordLinks
  })
  .map(({ entries, links }) => ({
    entries,
    links: links.filter((link) => isPossible(link, entries))
  }))

/** One medication course with two issues, which any mark may sit on. */
export const courseGraph: fc.Arbitrary<RecordGraph> = fc
  .tuple(entryOf('a'), entryOf('b'), entryOf('c'))
  .map((entries): RecordGraph => ({
    entries: entries.map((entry) => ({ ...entry, area: 'MEDICATIONS' })),
    links: ['b', 'c'].map((part) => ({
      kind: 'COURSE_ISSUE',
      whole: 'a',
      part
    }))
  }))

export const recordGraph: fc.Arbitrary<RecordGraph> = fc.oneof(
  { weight: 2, arbitrary: tangledGraph },
  { weight: 1, arbitrary: courseGraph }
)
