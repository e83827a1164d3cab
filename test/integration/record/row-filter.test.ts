import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { databaseOf, rowsOf, sql } from '../../../src/database/sql.ts'
import { loadAllergies } from '../../../src/modules/record/allergies/allergy.loader.ts'
import { ALLERGY_KIND } from '../../../src/modules/record/allergies/allergy.row.ts'
import type {
  EntryBatch,
  HiddenById,
  PatientKey
} from '../../../src/modules/record/area.ts'
import { loadHidden } from '../../../src/modules/record/closure.loader.ts'
import { loadMedications } from '../../../src/modules/record/medications/medication.loader.ts'
import {
  MEDICATION_COURSE_KIND,
  MEDICATION_ISSUE_KIND
} from '../../../src/modules/record/medications/medication.row.ts'
import {
  WHOLE_RECORD,
  type RecordPermissions
} from '../../../src/policy/effective-permissions.ts'
import { visible } from '../../../src/policy/record-access.ts'
import { RECORD_ACCESS_LEVELS } from '../../../src/vocabulary/access-level.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'

let server: TestApp
let patients: PatientKey[]
let hidden: ReadonlyMap<string, HiddenById>

/** Marks some entries of everybody, so that closures of all kinds arise. */
const markSome = async (): Promise<void> => {
  const db = databaseOf(server.orm.em.fork())
  for (const table of ['allergy', 'medication_course', 'medication_issue']) {
    await sql`update ${sql.table(table)} set
      restricted = abs(hashtext(source_key)) % 11 = 0,
      staff_confidential = abs(hashtext(source_key)) % 13 = 0,
      entered_in_error = abs(hashtext(source_key)) % 7 = 0`.execute(db)
  }
}

beforeAll(async () => {
  server = await startTestApp()
  await markSome()
  const db = databaseOf(server.orm.em.fork())
  patients = await rowsOf(
    db,
    sql<PatientKey>`select practice_id as "practiceId", id as "patientId"
      from patient order by id`
  )
  hidden = await loadHidden(db, patients)
})
afterAll(() => server.close())

const batchFor = (permissions: RecordPermissions): EntryBatch<never> => ({
  permissions,
  patients,
  hidden,
  ids: null,
  filter: null,
  from: null,
  to: null,
  page: null,
  withHidden: false,
  withPractitioners: false
})

const day = fc.constantFrom(
  '2010-01-01',
  '2018-03-06',
  '2022-01-01',
  '2024-04-01',
  '2025-06-01',
  '2026-06-01'
)
const axis = fc.constantFrom('clinicalDate', 'recordedDate')
const permissions: fc.Arbitrary<RecordPermissions> = fc.record({
  kind: fc.constant('GRANTED'),
  grants: fc.array(
    fc.record({
      source: fc.constantFrom('PATIENT', 'PRACTICE', 'PROXY'),
      base: fc.constantFrom(...RECORD_ACCESS_LEVELS),
      full: fc.array(
        fc.record({
          axes: fc.uniqueArray(axis, { minLength: 1 }),
          from: fc.option(day)
        }),
        { maxLength: 2 }
      )
    }),
    { minLength: 1, maxLength: 3 }
  )
})

const idsOf = (rows: readonly { id: string }[]): string[] =>
  rows.map(({ id }) => id).toSorted()

describe('what the loaders read', () => {
  it('of allergies is what the policy shows of all of them', async () => {
    const db = databaseOf(server.orm.em.fork())
    const all = await loadAllergies(db, batchFor(WHOLE_RECORD))
    const rows = [...all.values()].flatMap(({ entries }) => entries)
    expect(rows.some(({ hiddenBy }) => hiddenBy.length > 0)).toBe(true)
    const property = fc.asyncProperty(permissions, async (granted) => {
      const read = await loadAllergies(db, batchFor(granted))
      const seen = [...read.values()].flatMap(({ entries }) => entries)
      expect(idsOf(seen)).toEqual(idsOf(visible(granted, rows, ALLERGY_KIND)))
    })
    await fc.assert(property, { numRuns: 100 })
  })

  it('of medication is too, courses brought by an issue among it (R22)', async () => {
    const db = databaseOf(server.orm.em.fork())
    const all = await loadMedications(db, batchFor(WHOLE_RECORD))
    const entries = [...all.values()].flatMap((loaded) => loaded.entries)
    const courses = entries.map(({ course }) => course)
    expect(courses.some(({ hiddenBy }) => hiddenBy.length > 0)).toBe(true)
    const property = fc.asyncProperty(permissions, async (granted) => {
      const shown = visible(granted, courses, MEDICATION_COURSE_KIND)
      const shownIds = new Set(shown.map(({ id }) => id))
      const issues = entries
        .filter(({ course }) => shownIds.has(course.id))
        .flatMap((entry) =>
          visible(granted, entry.issues, MEDICATION_ISSUE_KIND)
        )
      const read = await loadMedications(db, batchFor(granted))
      const seen = [...read.values()].flatMap((loaded) => loaded.entries)
      expect(idsOf(seen.map(({ course }) => course))).toEqual(idsOf(shown))
      expect(idsOf(seen.flatMap((entry) => entry.issues))).toEqual(
        idsOf(issues)
      )
    })
    await fc.assert(property, { numRuns: 100 })
  })
})
