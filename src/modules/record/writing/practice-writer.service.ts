import { databaseOf, rowsOf, sql } from '../../../database/sql.ts'
import { PracticeEntity } from '../people/practice.entity.ts'
import type { PracticeContent, Written } from '../record-writer.ts'
import { contentHash } from './content-hash.ts'
import type { WriteSession } from './write-session.service.ts'

interface HeldPractice extends PracticeContent {
  readonly id: string
  readonly version: number
}

const findPractice = async (
  session: WriteSession,
  odsCode: string
): Promise<HeldPractice | undefined> => {
  const rows = await rowsOf(
    databaseOf(session.em),
    sql<HeldPractice>`
      select id, version, ods_code as "odsCode", name, address, telephone
      from practice where ods_code = ${odsCode}`
  )
  return rows[0]
}

/** Every switch off (E00171): what a table's defaults say. */
const createAccess = (session: WriteSession, practiceId: string) =>
  rowsOf(
    databaseOf(session.em),
    sql`insert into practice_record_access (practice_id, updated_at)
      values (${practiceId}, ${session.clock()})`
  )

/** The practice by its ODS code; a new one has everything off. */
export const writePractice = async (
  session: WriteSession,
  content: PracticeContent
): Promise<Written> => {
  await session.lock(`practice ${content.odsCode}`)
  const held = await findPractice(session, content.odsCode)
  if (held) {
    const { id, version, ...known } = held
    if (contentHash(known) === contentHash(content)) {
      return { id, outcome: 'UNCHANGED' }
    }
    await session.em.nativeUpdate(
      PracticeEntity,
      { id },
      { ...content, version: version + 1, updatedAt: session.clock() }
    )
    return { id, outcome: 'UPDATED' }
  }
  const id = session.ids()
  await session.em.insert(PracticeEntity, {
    ...content,
    id,
    version: 1,
    updatedAt: session.clock()
  })
  await createAccess(session, id)
  return { id, outcome: 'CREATED' }
}
