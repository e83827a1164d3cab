import type { FastifyPluginAsync } from 'fastify'
import type { Database } from '../database/sql.ts'
import { rowsOf, sql } from '../database/sql.ts'
import type { CheckpointState } from '../modules/audit/checkpointer.ts'

export type Readiness =
  | { readonly ready: true }
  | {
      readonly ready: false
      readonly reason:
        | 'DATABASE_UNREACHABLE'
        | 'MIGRATIONS_PENDING'
        | 'AUDIT_CHECKPOINT_FAILING'
        | 'AUDIT_CHECKPOINT_NOT_ACCEPTED'
    }

const AUDIT_READINESS: Readonly<Record<CheckpointState, Readiness>> = {
  KEPT: { ready: true },
  FAILING: { ready: false, reason: 'AUDIT_CHECKPOINT_FAILING' },
  NOT_ACCEPTED: { ready: false, reason: 'AUDIT_CHECKPOINT_NOT_ACCEPTED' }
}

/**
 * Whether the database answers and has exactly the migrations known here, and
 * the audit can be proved (Ruling R33).
 */
export const checkReadiness = async (
  db: Database,
  expected: { known: readonly string[]; auditState: () => CheckpointState }
): Promise<Readiness> => {
  try {
    const rows = await rowsOf(
      db,
      sql<{ applied: string[] | null }>`
        select (select array_agg(name::text order by id)
          from mikro_orm_migrations) as applied`
    )
    const applied = rows[0]?.applied ?? []
    if (!expected.known.every((name) => applied.includes(name))) {
      return { ready: false, reason: 'MIGRATIONS_PENDING' }
    }
    return AUDIT_READINESS[expected.auditState()]
  } catch (error) {
    const missing =
      typeof error === 'object' &&
      error !== null &&
      'code' in error &&
      (error.code === '42P01' || error.code === '42501')
    return {
      ready: false,
      reason: missing ? 'MIGRATIONS_PENDING' : 'DATABASE_UNREACHABLE'
    }
  }
}

/** `/healthz`: the process runs. `/readyz`: it can do its work. */
export const healthRoutes =
  (readiness: () => Promise<Readiness>): FastifyPluginAsync =>
  async (app) => {
    app.get('/healthz', async () => ({ status: 'ok' }))
    app.get('/readyz', async (_request, reply) => {
      const state = await readiness()
      return state.ready
        ? { status: 'ready' }
        : reply.code(503).send({ status: 'not ready', reason: state.reason })
    })
  }
