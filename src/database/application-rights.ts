import type { Database } from './sql.ts'
import { rowsOf, sql } from './sql.ts'

/**
 * Whether the role that asks could change or remove audit rows: as a superuser,
 * as (a member of) their owner, or by a grant. Then append-only is only what
 * the server intends, and not what the database enforces (Ruling R33).
 */
export const mayRewriteAudit = async (db: Database): Promise<boolean> => {
  const [found] = await rowsOf(
    db,
    sql<{ may: boolean }>`
      select coalesce(bool_or(
        pg_has_role(c.relowner, 'MEMBER')
        or has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE')
        or has_any_column_privilege(c.oid, 'UPDATE')), false) as may
      from pg_class c
      where c.oid in (
        to_regclass('public.audit_event'), to_regclass('public.audit_read'))`
  )
  return found?.may ?? false
}
