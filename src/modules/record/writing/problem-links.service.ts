import { databaseOf, rowsOf, sql } from '../../../database/sql.ts'
import type { PatientKey } from '../area.ts'
import { ENTRY_PLACES } from '../entry-kinds.ts'
import type { ProblemLinkContent } from '../entry-content.ts'
import { heldEntries } from './held-entries.service.ts'
import { sourceKeyOf } from './source-key.ts'
import type { WriteSession } from './write-session.service.ts'

interface FoundLink {
  readonly problemId: string
  readonly link: ProblemLinkContent
  readonly entryId: string
}

const findTarget = async (
  session: WriteSession,
  patient: PatientKey,
  { target }: ProblemLinkContent
): Promise<string | undefined> => {
  const table = { name: ENTRY_PLACES[target.kind].table }
  const held = await heldEntries(session, table, patient)
  return held.get(sourceKeyOf(target.identifier))?.id
}

const insertLinks = (
  session: WriteSession,
  { practiceId, patientId }: PatientKey,
  links: readonly FoundLink[]
) =>
  rowsOf(
    databaseOf(session.em),
    sql`insert into problem_link (practice_id, patient_id, problem_id, kind,
        entry_kind, entry_id)
      select ${practiceId}::uuid, ${patientId}::uuid, l.* from unnest(
        ${links.map(({ problemId }) => problemId)}::uuid[],
        ${links.map(({ link }) => link.kind)}::text[],
        ${links.map(({ link }) => link.target.kind)}::text[],
        ${links.map(({ entryId }) => entryId)}::uuid[]) l
      on conflict do nothing`
  )

/** A problem's links as they stand from now on; both ends may come later. */
export const awaitLinks = (
  session: WriteSession,
  { patientId }: PatientKey,
  { id, links }: { id: string; links: readonly ProblemLinkContent[] }
): void => {
  session.waitingLinks.set(id, { patientId, links })
}

/**
 * Problems may be written before the entries they are linked to, in one call
 * or over several: a link is made as soon as both ends are there.
 */
export const linkProblems = async (
  session: WriteSession,
  patient: PatientKey
): Promise<void> => {
  const found: FoundLink[] = []
  for (const [problemId, waiting] of session.waitingLinks) {
    if (waiting.patientId !== patient.patientId) continue
    const missing: ProblemLinkContent[] = []
    for (const link of waiting.links) {
      const entryId = await findTarget(session, patient, link)
      if (entryId === undefined) missing.push(link)
      else if (entryId !== problemId) found.push({ problemId, link, entryId })
    }
    if (missing.length === 0) session.waitingLinks.delete(problemId)
    else session.waitingLinks.set(problemId, { ...waiting, links: missing })
  }
  if (found.length > 0) await insertLinks(session, patient, found)
}

/** Links of problems whose new content says anew what they are linked to. */
export const removeLinks = (
  session: WriteSession,
  { practiceId }: PatientKey,
  problemIds: readonly string[]
) =>
  rowsOf(
    databaseOf(session.em),
    sql`delete from problem_link where practice_id = ${practiceId}
      and problem_id = any(${[...problemIds]}::uuid[])`
  )
