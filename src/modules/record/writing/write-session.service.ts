import type { EntityManager } from '@mikro-orm/postgresql'
import { databaseOf, rowsOf, sql } from '../../../database/sql.ts'
import type { ProblemLinkContent } from '../entry-content.ts'

/** An entry that is held already, as much of it as a comparison needs. */
export interface HeldEntry {
  readonly id: string
  readonly sourceHash: string
  readonly version: number
}

/** What a writer works with and remembers for its one transaction. */
export interface WriteSession {
  readonly em: EntityManager
  readonly clock: () => Date
  readonly ids: () => string
  /** By table and patient, then by source key. */
  readonly held: Map<string, Map<string, HeldEntry>>
  /** Courses whose prior course was not there yet, by course id. */
  readonly waitingForPrior: Map<string, { patientId: string; priorKey: string }>
  /** Links of problems to entries that were not there yet, by problem id. */
  readonly waitingLinks: Map<
    string,
    { patientId: string; links: readonly ProblemLinkContent[] }
  >
  /**
   * Until the transaction ends nobody else writes there, so that what was
   * read stays true; waits for whoever does.
   */
  lock(what: string): Promise<void>
}

export const openWriteSession = (options: {
  em: EntityManager
  clock: () => Date
  ids: () => string
}): WriteSession => {
  const locked = new Set<string>()
  return {
    ...options,
    held: new Map(),
    waitingForPrior: new Map(),
    waitingLinks: new Map(),
    lock: async (what) => {
      if (locked.has(what)) return
      locked.add(what)
      await rowsOf(
        databaseOf(options.em),
        sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`
      )
    }
  }
}
