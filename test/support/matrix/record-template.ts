import type { HeldArea } from '../../../src/modules/record/areas.ts'
import {
  byArea,
  PLAIN_AREA_NAMES,
  PLAIN_AREAS,
  type PlainArea
} from './matrix-areas.ts'
import type { OracleRecord } from '../oracle/record-oracle.ts'
import { LONG_AGO, MATRIX_DAYS, TODAY, TOMORROW } from './switch-product.ts'

export type Mark = 'RESTRICTED' | 'STAFF_CONFIDENTIAL' | 'ENTERED_IN_ERROR'

/** An entry that every patient of the matrix has; `label` names it. */
export interface TemplateEntry {
  readonly label: string
  readonly clinicalDate: string | null
  readonly recordedDate: string | null
  readonly marks: readonly Mark[]
}

export interface TemplateIssue extends TemplateEntry {
  readonly course: string
}

const MARKS: readonly Mark[] = [
  'RESTRICTED',
  'STAFF_CONFIDENTIAL',
  'ENTERED_IN_ERROR'
]

interface Days {
  readonly clinicalDate: string | null
  readonly recordedDate: string | null
}

const both = (day: string | null): Days => ({
  clinicalDate: day,
  recordedDate: day
})

/** Each date on each side of every start, some unknown, one yet to come. */
const DAY_PAIRS: readonly Days[] = [
  ...MATRIX_DAYS.flatMap((clinicalDate) =>
    MATRIX_DAYS.map((recordedDate) => ({ clinicalDate, recordedDate }))
  ),
  both(null),
  { clinicalDate: null, recordedDate: TODAY },
  { clinicalDate: TODAY, recordedDate: null },
  both(TOMORROW)
]

const entry = (
  label: string,
  days: Days,
  marks: readonly Mark[] = []
): TemplateEntry => ({ label, ...days, marks })

const numbered = (name: string): TemplateEntry[] =>
  DAY_PAIRS.map((days, index) => entry(`${name}-${index}`, days))

/** What an area holds whose entries stand on their own. */
export const plainEntries = (area: PlainArea): readonly TemplateEntry[] => {
  const { name } = PLAIN_AREAS[area]
  return [
    ...numbered(name),
    ...MARKS.flatMap((mark) => [
      entry(`${name}-new-${mark}`, both(TODAY), [mark]),
      entry(`${name}-old-${mark}`, both(LONG_AGO), [mark])
    ])
  ]
}

const NEW = both(TODAY)
const OLD = both(LONG_AGO)

/** Old courses that only their issues bring, by the issues’ clinical date. */
const CARRIERS = Map.groupBy(
  DAY_PAIRS,
  ({ clinicalDate }) => `carrier-${clinicalDate ?? 'undated'}`
)

/** One marked part each, of a course with two issues. */
const MARKED_COURSES = MARKS.flatMap((mark) => [
  { label: `whole-${mark}`, days: NEW, courseMarks: [mark], issueMarks: [] },
  { label: `issue-${mark}`, days: NEW, courseMarks: [], issueMarks: [mark] },
  // Its only issue in reach bears the mark: it must not bring the course.
  { label: `brought-${mark}`, days: OLD, courseMarks: [], issueMarks: [mark] }
])

export const COURSES: readonly TemplateEntry[] = [
  ...numbered('course'),
  ...[...CARRIERS.keys()].map((label) => entry(label, OLD)),
  ...MARKED_COURSES.map(({ label, days, courseMarks }) =>
    entry(label, days, courseMarks)
  )
]

export const ISSUES: readonly TemplateIssue[] = [
  ...[...CARRIERS].flatMap(([course, issues]) =>
    issues.map((days, index) => ({
      ...entry(`${course}-issue-${index}`, days),
      course
    }))
  ),
  ...MARKED_COURSES.flatMap(({ label, days, issueMarks }) => [
    { ...entry(`${label}-first`, NEW, issueMarks), course: label },
    { ...entry(`${label}-second`, days), course: label }
  ])
]

const entriesOf = (area: HeldArea): readonly TemplateEntry[] =>
  area === 'MEDICATIONS' ? [...COURSES, ...ISSUES] : plainEntries(area)

/** What each area holds, by label; total, so that a new one is not left out. */
export const LABELS: Readonly<Record<HeldArea, readonly string[]>> = byArea(
  (area) => entriesOf(area).map(({ label }) => label)
)

/** The same record in the oracle's words. */
export const ORACLE_RECORD: OracleRecord = {
  entries: [
    ...PLAIN_AREA_NAMES.flatMap((area) =>
      plainEntries(area).map((one) => ({ ...one, area }))
    ),
    ...[...COURSES, ...ISSUES].map((one) => ({ ...one, area: 'MEDICATIONS' }))
  ].map(({ label, ...rest }) => ({ id: label, ...rest })),
  ties: ISSUES.map(({ label, course }) => ({
    kind: 'COURSE_ISSUE',
    whole: course,
    part: label
  }))
}
