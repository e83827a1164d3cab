import { databaseOf, rowsOf, sql } from '../../../database/sql.ts'
import type { PatientKey } from '../area.ts'
import type { MedicationCourseContent } from '../entry-content.ts'
import type { Written, WrittenCourse } from '../record-writer.ts'
import { writeEntries } from './entry-store.service.ts'
import { heldEntries } from './held-entries.service.ts'
import { COURSE_TABLE, ISSUE_TABLE } from './clinical-tables.service.ts'
import { sourceKeyOf } from './source-key.ts'
import type { WriteSession } from './write-session.service.ts'

/**
 * A course may be written before the one it replaced, in one call or over
 * several: links are made as soon as both ends are there.
 */
const linkPriorCourses = async (
  session: WriteSession,
  patient: PatientKey
): Promise<void> => {
  const held = await heldEntries(session, COURSE_TABLE, patient)
  const links = [...session.waitingForPrior].flatMap(([id, waiting]) => {
    const own = waiting.patientId === patient.patientId
    const prior = own ? held.get(waiting.priorKey) : undefined
    return prior ? [{ id, priorId: prior.id }] : []
  })
  if (links.length === 0) return
  await rowsOf(
    databaseOf(session.em),
    sql`update medication_course c set prior_course_id = l.prior_id
      from unnest(${links.map(({ id }) => id)}::uuid[],
        ${links.map(({ priorId }) => priorId)}::uuid[]) as l(id, prior_id)
      where c.practice_id = ${patient.practiceId} and c.id = l.id
        and c.prior_course_id is distinct from l.prior_id`
  )
  for (const { id } of links) session.waitingForPrior.delete(id)
}

const writeIssues = (
  session: WriteSession,
  patient: PatientKey,
  courses: readonly { id: string; content: MedicationCourseContent }[]
): Promise<Written[]> =>
  writeEntries(session, ISSUE_TABLE, {
    patient,
    contents: courses.flatMap(({ id, content }) =>
      content.issues.map((issue) => ({ ...issue, courseId: id }))
    )
  })

/** Courses with their issues; issues missing from the content are kept. */
export const writeMedicationCourses = async (
  session: WriteSession,
  patient: PatientKey,
  contents: readonly MedicationCourseContent[]
): Promise<WrittenCourse[]> => {
  const courses = await writeEntries(session, COURSE_TABLE, {
    patient,
    contents: contents.map((content) => ({ ...content, planId: session.ids() }))
  })
  const written = contents.flatMap((content, index) => {
    const course = courses[index]
    return course ? [{ content, course, id: course.id }] : []
  })
  for (const { id, content } of written) {
    if (!content.priorCourse) continue
    const priorKey = sourceKeyOf(content.priorCourse)
    session.waitingForPrior.set(id, { patientId: patient.patientId, priorKey })
  }
  await linkPriorCourses(session, patient)
  const issues = await writeIssues(session, patient, written)
  let next = 0
  return written.map(({ course, content }) => {
    const first = next
    next += content.issues.length
    return { course, issues: issues.slice(first, next) }
  })
}
