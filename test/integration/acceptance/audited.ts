import { databaseOf, rowsOf, sql } from '../../../src/database/sql.ts'
import type { TestApp } from '../../support/app.ts'
import { ELM_TREE } from '../../support/people.ts'

interface Audited {
  readonly action: string
  readonly outcome: string
  readonly roles: readonly string[]
}

/** The latest row among the practice's changes (Ruling R33). */
export const lastAudited = async (
  { orm }: TestApp,
  odsCode: string = ELM_TREE
): Promise<Audited | undefined> => {
  const [last] = await rowsOf(
    databaseOf(orm.em.fork()),
    sql<Audited>`
      select e.action, e.outcome, e.actor->'roles' as roles
      from audit_event e join practice p on p.id = e.practice_id
      where p.ods_code = ${odsCode} order by e.seq desc limit 1`
  )
  return last
}
