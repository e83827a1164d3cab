import type { PatientKey } from '../area.ts'
import type { ProblemContent } from '../entry-content.ts'
import type { Written } from '../record-writer.ts'
import { writeEntries } from './entry-store.service.ts'
import {
  awaitLinks,
  linkProblems,
  removeLinks
} from './problem-links.service.ts'
import { PROBLEM_TABLE } from './problem-table.service.ts'
import type { WriteSession } from './write-session.service.ts'

/** Problems with their links; those of changed content replace the old. */
export const writeProblems = async (
  session: WriteSession,
  patient: PatientKey,
  contents: readonly ProblemContent[]
): Promise<Written[]> => {
  const written = await writeEntries(session, PROBLEM_TABLE, {
    patient,
    contents
  })
  const changed = written.filter(({ outcome }) => outcome === 'UPDATED')
  if (changed.length > 0) {
    await removeLinks(
      session,
      patient,
      changed.map(({ id }) => id)
    )
  }
  for (const [index, { links }] of contents.entries()) {
    const id = written[index]?.id
    if (id) awaitLinks(session, patient, { id, links })
  }
  await linkProblems(session, patient)
  return written
}
