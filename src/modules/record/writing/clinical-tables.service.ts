import { AllergyEntity } from '../allergies/allergy.entity.ts'
import type {
  AllergyContent,
  MedicationCourseContent,
  MedicationIssueContent
} from '../entry-content.ts'
import { MedicationCourseEntity } from '../medications/medication-course.entity.ts'
import { MedicationIssueEntity } from '../medications/medication-issue.entity.ts'
import { allergyDates, courseDates, issueDates } from './entry-dates.ts'
import {
  KEPT_ON_UPDATE,
  type EntryTable,
  type EntryToSave
} from './entry-table.service.ts'

export type CourseToWrite = MedicationCourseContent & {
  readonly planId: string
}

export type IssueToWrite = MedicationIssueContent & {
  readonly courseId: string
}

/** Values are written into the statement, so its length is what counts. */
const ROWS_PER_STATEMENT = 500

export const UPSERT = {
  onConflictFields: ['practiceId' as const, 'id' as const],
  disableIdentityMap: true,
  batchSize: ROWS_PER_STATEMENT
}

export const inBatches = async <Row>(
  rows: readonly Row[],
  send: (batch: Row[]) => Promise<unknown>
): Promise<void> => {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    await send(rows.slice(start, start + ROWS_PER_STATEMENT))
  }
}

const decimal = (value: number | null): string | null =>
  value === null ? null : String(value)

const toAllergyRow = ({ content, columns }: EntryToSave<AllergyContent>) => ({
  ...content,
  ...columns,
  categories: [...content.categories]
})

export const ALLERGY_TABLE: EntryTable<AllergyContent> = {
  name: 'allergy',
  kind: 'ALLERGY',
  dates: allergyDates,
  ownPart: (content) => content,
  add: (em, rows) =>
    inBatches(rows.map(toAllergyRow), (batch) =>
      em.insertMany(AllergyEntity, batch)
    ),
  replace: (em, rows) =>
    em.upsertMany(AllergyEntity, rows.map(toAllergyRow), {
      ...UPSERT,
      onConflictExcludeFields: [...KEPT_ON_UPDATE]
    })
}

const toCourseRow = ({ content, columns }: EntryToSave<CourseToWrite>) => {
  const { issues: _issues, priorCourse: _priorCourse, ...own } = content
  return {
    ...own,
    ...columns,
    planIdentifiers: [...own.planIdentifiers],
    supplyDays: decimal(own.supplyDays),
    priorCourseId: null
  }
}

export const COURSE_TABLE: EntryTable<CourseToWrite> = {
  name: 'medication_course',
  kind: 'MEDICATION_COURSE',
  dates: courseDates,
  ownPart: ({ issues: _issues, planId: _planId, ...content }) => content,
  add: (em, rows) =>
    inBatches(rows.map(toCourseRow), (batch) =>
      em.insertMany(MedicationCourseEntity, batch)
    ),
  replace: (em, rows) =>
    em.upsertMany(MedicationCourseEntity, rows.map(toCourseRow), {
      ...UPSERT,
      onConflictExcludeFields: [...KEPT_ON_UPDATE, 'planId']
    })
}

const toIssueRow = ({ content, columns }: EntryToSave<IssueToWrite>) => ({
  ...content,
  ...columns,
  supplyDays: decimal(content.supplyDays)
})

export const ISSUE_TABLE: EntryTable<IssueToWrite> = {
  name: 'medication_issue',
  kind: 'MEDICATION_ISSUE',
  dates: issueDates,
  ownPart: (content) => content,
  add: (em, rows) =>
    inBatches(rows.map(toIssueRow), (batch) =>
      em.insertMany(MedicationIssueEntity, batch)
    ),
  replace: (em, rows) =>
    em.upsertMany(MedicationIssueEntity, rows.map(toIssueRow), {
      ...UPSERT,
      onConflictExcludeFields: [...KEPT_ON_UPDATE]
    })
}
